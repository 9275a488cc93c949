package org.diaodu.bulletin.reader.decode;

/**
 * A file as text.
 *
 * @param text its characters
 * @param charset the encoding they were in; "UTF-8+GB18030" where lines differ
 */
public record Decoded(String text, String charset) {

    private static final int LARGEST = 32 << 20;

    /**
     * Decodes a file by what its bytes say of it.
     *
     * @throws org.diaodu.bulletin.reader.ReadFault if no text can be had from it
     */
    public static Decoded of(String file, byte[] raw) {
        if (raw.length > LARGEST) {
            throw Faults.tooLarge(file, raw.length, LARGEST);
        }
        if (starts(raw, 0x25, 0x50, 0x44, 0x46)) {
            return new Decoded(PdfText.of(file, raw), "pdf");
        }
        if (starts(raw, 0x50, 0x4B, 0x03, 0x04)) {
            return new Decoded(WordText.of(file, raw), "docx");
        }
        if (starts(raw, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw WordText.olderOrEncrypted(file, raw);
        }
        Decoded decoded = Charsets.decode(raw);
        if (binary(decoded.text())) {
            throw Faults.binary(file);
        }
        return decoded;
    }

    private static boolean starts(byte[] raw, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= raw.length || (raw[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether so many characters are controls, or none at all, that no person wrote this. */
    private static boolean binary(String text) {
        int look = Math.min(text.length(), 1 << 16);
        long odd = text.chars()
                .limit(look)
                .filter(c -> c == 0xFFFD || c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        return odd * 20 > look;
    }
}
