package org.diaodu.bulletin.reader.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.diaodu.bulletin.reader.ReadFault;

/** The text of a docx, a paragraph or a row of a table a line. */
final class WordText {
    private static final long LARGEST_PART = 64L << 20;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxTextSize(LARGEST_PART);
    }

    private WordText() {}

    static String of(String file, byte[] raw) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(raw))) {
            var text = new StringBuilder();
            for (IBodyElement element : document.getBodyElements()) {
                switch (element) {
                    case XWPFParagraph paragraph ->
                        text.append(paragraph.getText()).append('\n');
                    case XWPFTable table -> rows(table, text);
                    default -> {}
                }
            }
            return text.toString();
        } catch (IOException | RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            throw why.contains("Zip bomb")
                            || why.contains("MAX_ENTRY_SIZE")
                            || why.contains("max. file size")
                            || why.contains("Zip Bomb")
                    ? Faults.bomb(file)
                    : Faults.broken(file, "docx", why.lines().findFirst().orElse("?"));
        }
    }

    private static void rows(XWPFTable table, StringBuilder text) {
        for (XWPFTableRow row : table.getRows()) {
            row.getTableCells()
                    .forEach(cell ->
                            text.append(cell.getText().replace('\n', ' ')).append('　'));
            text.append('\n');
        }
    }

    /** A file in the container of old: a docx with a password, or a doc. */
    static ReadFault olderOrEncrypted(String file, byte[] raw) {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(raw))) {
            return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")
                    ? Faults.encrypted(file)
                    : Faults.old(file);
        } catch (IOException | RuntimeException e) {
            return Faults.broken(file, "doc", String.valueOf(e.getMessage()));
        }
    }
}
