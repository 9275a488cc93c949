package org.diaodu.server.whitelist.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code (ISO/IEC 18004) to be drawn: one unit is one module, with the quiet zone of four around it.
 *
 * @param size units along an edge
 * @param path the dark modules as an SVG path
 */
public record QrCode(int size, String path) {

    private static final int QUIET = 4;

    /** The code of a text, which a scanner reads although a quarter of it is dirty or torn. */
    public static QrCode of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) row(modules, y, path);
            return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }

    /** Dark modules beside each other are one stroke. */
    private static void row(ByteMatrix modules, int y, StringBuilder path) {
        int x = 0;
        while (x < modules.getWidth()) {
            int end = x;
            while (end < modules.getWidth() && modules.get(end, y) == 1) end++;
            if (end > x) {
                path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                path.append('h').append(end - x).append("v1h-").append(end - x).append('z');
            }
            x = Math.max(end, x + 1);
        }
    }
}
