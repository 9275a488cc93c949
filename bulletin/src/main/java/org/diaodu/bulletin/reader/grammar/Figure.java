package org.diaodu.bulletin.reader.grammar;

import java.math.BigDecimal;
import org.diaodu.bulletin.Statement.Bound;
import org.jspecify.annotations.Nullable;

/**
 * A figure as written.
 *
 * @param start where it begins, the words that bound it included
 * @param end where it ends, those included
 * @param low in base units
 * @param high in base units, the same as {@code low} unless it is a range
 * @param decimals how many decimals are written
 * @param scale what one unit as written is in base units
 * @param chinese whether the number is written in characters
 * @param ordinal whether it is 第 so much
 * @param threshold whether it marks off a class of things and is no value: 亿元以上项目
 * @param pieces how many pieces of this size, as in 2×34万千瓦; 0 unless written so
 */
record Figure(
        int start,
        int end,
        BigDecimal low,
        BigDecimal high,
        Unit unit,
        @Nullable Bound bound,
        int decimals,
        BigDecimal scale,
        boolean chinese,
        boolean ordinal,
        boolean threshold,
        int pieces) {

    boolean is(Unit.Class kind) {
        return unit.kind() == kind;
    }

    boolean negative() {
        return low.signum() < 0;
    }

    Figure to(Figure upper) {
        return new Figure(
                start,
                upper.end,
                scale.compareTo(upper.scale) == 0 ? low : low,
                upper.high,
                upper.unit,
                upper.bound,
                Math.max(decimals, upper.decimals),
                upper.scale,
                chinese,
                ordinal,
                upper.threshold,
                0);
    }

    Figure withUnit(Unit other) {
        return new Figure(start, end, low, high, other, bound, decimals, scale, chinese, ordinal, threshold, pieces);
    }
}
