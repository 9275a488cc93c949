package org.diaodu.bulletin.reader.repair;

import java.nio.charset.Charset;
import java.util.BitSet;

/** The 3 755 common characters of GB 2312, level 1, and the marks of its first row. */
final class LevelOne {
    private static final BitSet COMMON = new BitSet();

    static {
        Charset gb2312 = Charset.forName("GB2312");
        for (int row = 0xB0; row <= 0xD7; row++) {
            for (int cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); cell++) {
                COMMON.set(new String(new byte[] {(byte) row, (byte) cell}, gb2312).charAt(0));
            }
        }
        "、。，；：“”‘’（）《》！？—…·".chars().forEach(COMMON::set);
    }

    private LevelOne() {}

    static boolean has(char c) {
        return COMMON.get(c);
    }

    /** How much of the text they make up, 0 to 1. */
    static double share(String text) {
        return text.isEmpty() ? 0 : (double) text.chars().filter(COMMON::get).count() / text.length();
    }
}
