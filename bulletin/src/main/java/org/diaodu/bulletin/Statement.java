package org.diaodu.bulletin;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure a document states, with the words it came from.
 *
 * @param start where the quote begins in the file as decoded, in UTF-16 units
 * @param end where the quote ends there, exclusive; longer or shorter than {@code quote} where damage was repaired
 * @param quote the words, repaired
 * @param indicator the indicator as the text means it, elisions filled in
 * @param subject whom the figure is about: a region, an industry, an enterprise; empty where the text does not say
 * @param period the period in ISO form: {@code 2021-07}, {@code 2021-01..2021-07}, {@code 2021-Q2}, {@code 2021},
 *     or null where the text does not tell
 * @param kind what kind of figure
 * @param low the lower end of a range in base units, or the value itself
 * @param high the upper end of a range in base units, or the value itself
 * @param unit the base unit: 元, 吨, %, 个百分点, 户, 个, 位 …
 * @param direction up or down where the text says so
 * @param bound how the value bounds the true one, or null where it is meant as it stands
 * @param comparator against what, for differences and shares; empty where nothing is named
 * @param targetYear the year a target is for
 * @param decimals how many decimals were printed in the unit of the text: half of the last one is the tolerance
 * @param scale what one unit of the text is in base units: 100 000 000 for 亿元
 * @param confidence 0 to 1
 */
public record Statement(
        int start,
        int end,
        String quote,
        String indicator,
        String subject,
        @Nullable String period,
        Kind kind,
        BigDecimal low,
        BigDecimal high,
        String unit,
        @Nullable Direction direction,
        @Nullable Bound bound,
        String comparator,
        @Nullable Integer targetYear,
        int decimals,
        BigDecimal scale,
        double confidence) {

    /** What kind of figure a statement gives; {@link #word()} is the name in the schema of docs/formats/statements.md. */
    public enum Kind {
        LEVEL,
        YOY,
        CHANGE,
        SHARE,
        RANK,
        DIFF_PP,
        COUNT,
        TARGET,
        COMMITMENT_COUNT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether a change goes up or down. */
    public enum Direction {
        UP,
        DOWN
    }

    /** How the printed value bounds the true one: 超 gt, 不少于 ge, 不足 lt, 不超过 le, 约 approx. */
    public enum Bound {
        GT,
        GE,
        LT,
        LE,
        APPROX
    }

    /** Whether the text gives a range rather than one value. */
    public boolean range() {
        return low.compareTo(high) != 0;
    }
}
