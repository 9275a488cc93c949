package org.diaodu.server.targets;

import java.math.BigDecimal;

/** What a target takes from now on. */
public sealed interface Need {

    /** It is reached by the latest figure. */
    record Reached() implements Need {}

    /** So much a month, in base units, for so many months. */
    record PerMonth(BigDecimal value, BigDecimal months) implements Need {}

    /**
     * So much growth over the rest of the year.
     *
     * @param growthPct see {@link Pace#restOfYear}
     * @param basePct share of the months so far in the year's base, per cent
     * @param known whether that share is the platform's own of last year, or the number of months is taken for it
     */
    record RestOfYear(BigDecimal growthPct, BigDecimal basePct, boolean known) implements Need {}

    /** The rate itself, all the rest of the time. */
    record Rate(BigDecimal value) implements Need {}

    /** There is no time left, or no figure yet. */
    record Nothing() implements Need {}
}
