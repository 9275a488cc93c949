package org.diaodu.bulletin.reader.repair;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.nio.charset.Charset;

/**
 * Characters that vanished from shifted text: where the second byte of one and the first of the next made a pair GBK has no
 * character for, the pair is gone, and the halves left join into a wrong character. Each character is tried as such a joint;
 * the two that make more likely words with their neighbours are taken. Loads HanLP's dictionary on first use.
 */
final class LostPairs {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int[] NO_CHARACTERS_FROM = {
        0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xAF, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE
    };
    private static final double TOTAL = Math.log(25_000_000);
    private static final double UNKNOWN = 15;
    /** A joint is opened only for so much more likely words, in natural logarithms. */
    private static final double GAIN = 4;

    private static final int REACH = 3;
    private static final int LONGEST = 4;

    private LostPairs() {}

    /** For each character what it is to be read as: itself, or the two characters whose halves it joins. */
    static String[] filled(String text) {
        var read = new String[text.length()];
        String before = "";
        for (int i = 0; i < text.length(); i++) {
            String after = text.substring(i + 1, Math.min(text.length(), i + 1 + REACH));
            read[i] = best(before, text.charAt(i), after);
            before = before + read[i];
            before = before.substring(Math.max(0, before.length() - REACH));
        }
        return read;
    }

    private static String best(String before, char joint, String after) {
        String best = String.valueOf(joint);
        byte[] halves = best.getBytes(GBK);
        if (halves.length != 2 || !Character.isIdeographic(joint)) {
            return best;
        }
        double least = cost(before + joint + after) - GAIN;
        for (int second : NO_CHARACTERS_FROM) {
            for (int first = 0xB0; first <= 0xD7; first++) {
                String pair = new String(new byte[] {halves[0], (byte) second, (byte) first, halves[1]}, GBK);
                if (pair.length() == 2 && LevelOne.has(pair.charAt(0)) && LevelOne.has(pair.charAt(1))) {
                    double cost = cost(before + pair + after);
                    if (cost < least) {
                        least = cost;
                        best = pair;
                    }
                }
            }
        }
        return best;
    }

    /** How unlikely a stretch is, cut into words the likeliest way. */
    private static double cost(String text) {
        var least = new double[text.length() + 1];
        for (int end = 1; end <= text.length(); end++) {
            least[end] = least[end - 1] + UNKNOWN;
            for (int length = 1; length <= Math.min(LONGEST, end); length++) {
                var known = CoreDictionary.get(text.substring(end - length, end));
                if (known != null) {
                    least[end] = Math.min(least[end], least[end - length] + TOTAL - Math.log(1 + known.totalFrequency));
                }
            }
        }
        return least[text.length()];
    }
}
