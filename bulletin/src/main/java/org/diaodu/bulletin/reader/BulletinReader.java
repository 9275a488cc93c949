package org.diaodu.bulletin.reader;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.reader.body.Page;
import org.diaodu.bulletin.reader.body.Paragraph;
import org.diaodu.bulletin.reader.decode.Decoded;
import org.diaodu.bulletin.reader.grammar.Grammar;
import org.diaodu.bulletin.reader.repair.Repairs;
import org.diaodu.bulletin.reader.text.Traced;

/** Reads published documents: html, plain text, markdown, docx and pdf with text. Safe for many threads. */
public final class BulletinReader {

    private static final BulletinReader STANDARD = new BulletinReader();

    private BulletinReader() {}

    /** The reader with the dictionaries of the platform. */
    public static BulletinReader standard() {
        return STANDARD;
    }

    /**
     * Reads a file.
     *
     * @param file its name, which is only looked at where the bytes do not tell its kind
     * @throws ReadFault if it holds no text that can be read: a scan, an encrypted or broken file, no text at all
     */
    public ReadDocument read(String file, byte[] raw) {
        Decoded decoded = Decoded.of(file, raw);
        return read(file, decoded.text(), decoded.charset());
    }

    /** Reads a text, which may hold markup. */
    public ReadDocument readText(String file, String text) {
        return read(file, text, "UTF-8");
    }

    private static ReadDocument read(String file, String text, String charset) {
        Page page = Page.of(text);
        var repairs = new Repairs(text);
        List<Traced> paragraphs = new ArrayList<>();
        List<Span> body = new ArrayList<>();
        for (Paragraph paragraph : page.paragraphs()) {
            Traced whole = paragraph.text();
            body.add(new Span(whole.from(0), whole.to(whole.length() - 1)));
            Traced repaired = repairs.repair(whole);
            if (repaired.length() > 0) {
                paragraphs.add(repaired);
            }
        }
        String title = page.title() == null ? "" : repairs.plain(page.title());
        List<Statement> statements = Grammar.read(title, paragraphs, page.published()).stream()
                .filter(s -> repairs.withheld().stream().noneMatch(w -> w.start() < s.end() && s.start() < w.end()))
                .toList();
        return new ReadDocument(
                file, text, body, statements, repairs.done(), page.published(), title, charset, repairs.withheld());
    }
}
