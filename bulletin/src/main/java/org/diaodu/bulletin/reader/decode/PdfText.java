package org.diaodu.bulletin.reader.decode;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a pdf in reading order, a paragraph a line. */
final class PdfText {
    /** Fewer characters a page than this are stamps and page numbers of a scan. */
    private static final int LEAST = 8;

    private PdfText() {}

    static String of(String file, byte[] raw) {
        try (PDDocument pdf = Loader.loadPDF(raw)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(pdf);
            int pages = pdf.getNumberOfPages();
            if (text.chars().filter(c -> !Character.isWhitespace(c)).count() < (long) LEAST * pages) {
                throw Faults.scanned(file, pages);
            }
            return joined(text);
        } catch (InvalidPasswordException e) {
            throw Faults.encrypted(file);
        } catch (IOException | IllegalArgumentException e) {
            throw Faults.broken(file, "pdf", String.valueOf(e.getMessage()));
        }
    }

    /** Lines that end in the middle of a sentence go on in the next: those as long as the lines of the text are. */
    private static String joined(String text) {
        String[] lines = text.split("\r?\n");
        int longest = 0;
        for (String line : lines) {
            longest = Math.max(longest, line.strip().length());
        }
        var joined = new StringBuilder(text.length());
        for (String line : lines) {
            String plain = line.strip();
            joined.append(plain);
            boolean full = plain.length() >= longest * 3 / 4
                    && (plain.isEmpty() || "。！？：；".indexOf(plain.charAt(plain.length() - 1)) < 0);
            if (!full) {
                joined.append('\n');
            }
        }
        return joined.toString();
    }
}
