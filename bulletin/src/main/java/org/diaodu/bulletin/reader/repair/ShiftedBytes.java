package org.diaodu.bulletin.reader.repair;

import java.nio.charset.Charset;
import org.diaodu.bulletin.reader.Repair.Cause;
import org.diaodu.bulletin.reader.text.Traced;

/**
 * GBK text from which the first byte of a mark (0xA1 of 、 or 。) was lost behind an inserted comma: everything up to the
 * next ASCII character is shifted by one byte. Puts 0xA1 back and decodes again.
 *
 * <p>Which runs are shifted is told by the share of level 1 characters of GB 2312, which make up nearly all of sound text
 * and less than half of shifted text.
 */
final class ShiftedBytes {
    private static final Charset GBK = Charset.forName("GBK");
    private static final byte LOST = (byte) 0xA1;
    private static final int SHORTEST = 3;
    private static final double SOUND = 0.8;
    private static final double GAIN = 0.2;

    private ShiftedBytes() {}

    static Traced restored(Traced text, Repairs repairs) {
        Traced.Builder whole = null;
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ',' && text.charAt(i) != '，') {
                continue;
            }
            int end = i + 1;
            while (end < text.length() && text.charAt(end) > 0x7F) {
                end++;
            }
            String run = text.text().substring(i + 1, end);
            byte[] bytes = bytes(run);
            if (bytes == null || !shifted(run, bytes)) {
                continue;
            }
            whole = whole == null ? new Traced.Builder() : whole;
            whole.append(text, copied, i);
            restore(text, i, end, bytes, whole, repairs);
            copied = end;
            i = end - 1;
        }
        return whole == null ? text : whole.append(text, copied, text.length()).build();
    }

    private static byte @org.jspecify.annotations.Nullable [] bytes(String run) {
        if (run.length() < SHORTEST || !GBK.newEncoder().canEncode(run)) {
            return null;
        }
        byte[] bytes = run.getBytes(GBK);
        return bytes.length == 2 * run.length() ? bytes : null;
    }

    private static boolean shifted(String run, byte[] bytes) {
        double before = LevelOne.share(run);
        String after = decoded(bytes);
        double then = LevelOne.share(after);
        return then >= SOUND && then - before >= GAIN && after.indexOf('\uFFFD') < 0;
    }

    /** The text with 0xA1 before it; the last byte, whose second half went with the ASCII character, is left off. */
    private static String decoded(byte[] bytes) {
        var whole = new byte[bytes.length];
        whole[0] = LOST;
        System.arraycopy(bytes, 0, whole, 1, bytes.length - 1);
        return new String(whole, GBK);
    }

    private static void restore(Traced text, int comma, int end, byte[] bytes, Traced.Builder whole, Repairs repairs) {
        String sound = decoded(bytes);
        int start = text.from(comma);
        for (int i = 0; i < sound.length(); i++) {
            int at = Math.min(end - 1, comma + 1 + i);
            int from = i == 0 ? start : text.from(Math.max(comma + 1, at - 1));
            whole.append(sound.charAt(i), from, text.to(at));
        }
        int stop = text.to(end - 1);
        String read = LostPairs.filled(sound);
        repairs.note(start, stop, read, read.equals(sound) ? Cause.SHIFTED : Cause.LOST);
        int digits = end;
        while (digits < text.length()
                && (Character.isDigit(text.charAt(digits)) || ".,%".indexOf(text.charAt(digits)) >= 0)) {
            digits++;
        }
        repairs.withhold(start, digits > end ? text.to(digits - 1) + 2 : stop);
    }
}
