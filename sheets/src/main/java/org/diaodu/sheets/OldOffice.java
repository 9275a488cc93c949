package org.diaodu.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a password-protected xlsx from an old xls: both are OLE compound files, the first has an EncryptedPackage. */
final class OldOffice {

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private OldOffice() {}

    static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = in.readNBytes(8 << 20);
            for (int i = 0; i + ENCRYPTED.length <= window.length; i++) {
                if (window[i] == 'E' && matches(window, i)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean matches(byte[] window, int at) {
        for (int i = 0; i < ENCRYPTED.length; i++) {
            if (window[at + i] != ENCRYPTED[i]) {
                return false;
            }
        }
        return true;
    }
}
