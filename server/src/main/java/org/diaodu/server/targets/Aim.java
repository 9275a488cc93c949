package org.diaodu.server.targets;

import java.math.BigDecimal;
import org.diaodu.bulletin.Statement.Bound;
import org.jspecify.annotations.Nullable;

/**
 * What is to be reached: a value, with how it bounds the true one, or a range.
 *
 * @param low the lower end in base units, or the value itself
 * @param high the upper end in base units, or the value itself
 * @param bound how the value bounds the true one; null for a range, and for a value meant as it stands, which is at least
 * @param unit as the document writes it
 */
public record Aim(
        BigDecimal low, BigDecimal high, @Nullable Bound bound, TextUnit unit) {

    static final int DECIMALS = 4;

    public boolean isRange() {
        return low.compareTo(high) != 0;
    }

    /** Whether it is a ceiling: less is better. */
    public boolean isCeiling() {
        return bound == Bound.LT || bound == Bound.LE;
    }

    /** Whether a value reaches it: 超过 and 低于 want more, or less, than the value; both ends of a range count. */
    public boolean isReachedBy(BigDecimal value) {
        if (isRange()) return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
        int against = value.compareTo(low);
        return switch (bound) {
            case GT -> against > 0;
            case LT -> against < 0;
            case LE -> against <= 0;
            case GE, APPROX -> against >= 0;
            case null -> against >= 0;
        };
    }

    /** The end a value is measured by: the upper one above a range, else the lower one. */
    public BigDecimal end(BigDecimal value) {
        return value.compareTo(high) > 0 ? high : low;
    }

    /** As people say it: 不低于20,000亿元, 35—40%. */
    public String text(boolean english) {
        String value = isRange()
                ? unit.number(low, DECIMALS) + (english ? "–" : "—") + unit.text(high, DECIMALS)
                : unit.text(low, DECIMALS);
        return word(english) + value;
    }

    private String word(boolean english) {
        return switch (bound) {
            case GT -> english ? "more than " : "超过";
            case GE -> english ? "at least " : "不低于";
            case LT -> english ? "less than " : "低于";
            case LE -> english ? "at most " : "不超过";
            case APPROX -> english ? "about " : "约";
            case null -> "";
        };
    }
}
