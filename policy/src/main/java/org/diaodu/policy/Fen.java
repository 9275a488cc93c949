package org.diaodu.policy;

import java.math.BigDecimal;

/** Fen as people read them. */
public final class Fen {

    private Fen() {}

    /** In yuan, with decimals only where there are any. */
    public static String yuan(long fen) {
        BigDecimal yuan = BigDecimal.valueOf(fen, 2);
        return (fen % 100 == 0 ? yuan.setScale(0) : yuan).toPlainString();
    }
}
