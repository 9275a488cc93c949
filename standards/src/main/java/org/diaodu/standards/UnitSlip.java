package org.diaodu.standards;

import org.jspecify.annotations.Nullable;

/**
 * A figure that looks filed in the wrong unit: it stands to a trusted figure of the same item about as two units stand
 * to each other. {@code factor} is filed ÷ meant, {@code filedIn} the unit it was probably filed in (null for a bare
 * ten-thousand-fold slip), {@code corrected} the figure in the unit asked for.
 */
public record UnitSlip(double factor, @Nullable AmountUnit filedIn, double corrected) {
    private static final double WIDE = 0.5; // of a power of ten: 3.2-fold either way
    private static final double NARROW = 0.1; // 1.26-fold: ten times is also how a plant may grow
    private static final int TEN_THOUSAND = 4;

    /**
     * The slip that explains {@code filed} beside {@code trusted} (an earlier or neighbouring figure of the same item in
     * the unit asked for); null if none does, or either is not a positive number.
     */
    public static @Nullable UnitSlip find(double filed, double trusted, AmountUnit asked) {
        if (!(filed > 0) || !(trusted > 0) || Double.isInfinite(filed / trusted)) return null;
        double powers = Math.log10(filed / trusted);
        UnitSlip found = null;
        double nearest = WIDE;
        for (AmountUnit unit : AmountUnit.values()) {
            int slip = asked.powerOfTen() - unit.powerOfTen();
            double off = Math.abs(powers - slip);
            if (slip != 0 && off <= nearest && (Math.abs(slip) > 1 || off <= NARROW)) {
                nearest = off;
                found = by(slip, unit, filed);
            }
        }
        for (int slip : new int[] {TEN_THOUSAND, -TEN_THOUSAND}) {
            if (Math.abs(powers - slip) < nearest) {
                nearest = Math.abs(powers - slip);
                found = by(slip, null, filed);
            }
        }
        return found;
    }

    private static UnitSlip by(int powerOfTen, @Nullable AmountUnit unit, double filed) {
        double factor = Math.pow(10, powerOfTen);
        return new UnitSlip(factor, unit, filed / factor);
    }
}
