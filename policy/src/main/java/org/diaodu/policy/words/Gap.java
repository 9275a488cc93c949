package org.diaodu.policy.words;

import java.util.List;
import org.diaodu.rules.reasons.Change;
import org.diaodu.rules.reasons.NearMiss;

/** How far a subject is from a row: whether it is worth telling somebody to go for it. */
public final class Gap {

    /** A figure that is short by more than half of what is wanted is not nearly there. */
    static final double NEAR = 0.5;

    private Gap() {}

    /**
     * Whether it is almost there: all that is unmet are figures and dates no further off than half of what is wanted, or one
     * condition of yes or no that has to come true. What a subject is, as its industry, is not nearly another.
     */
    public static boolean isAlmost(NearMiss miss) {
        if (miss.shortfalls().isEmpty() || !miss.missing().isEmpty()) {
            return false;
        }
        boolean figures = miss.shortfalls().stream().allMatch(one -> switch (one.change()) {
            case Change.Number number -> number.relative() <= NEAR && !isPast(one.column());
            case Change.Date date -> date.relative() <= NEAR;
            default -> false;
        });
        return figures
                || (miss.shortfalls().size() == 1
                        && miss.shortfalls().getFirst().change() instanceof Change.Truth(boolean needed)
                        && needed
                        && !isPast(miss.shortfalls().getFirst().column()));
    }

    /** The nearest of the rows that are almost there; the first of an empty list where none is. */
    public static List<NearMiss> almost(List<NearMiss> misses) {
        return misses.stream().filter(Gap::isAlmost).limit(1).toList();
    }

    /** Figures of a year that is over stay as they are. */
    static boolean isPast(String input) {
        return input.startsWith("上年") || input.startsWith("前年") || input.startsWith("去年");
    }
}
