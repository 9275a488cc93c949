package org.diaodu.server.policies.coverage;

import org.jspecify.annotations.Nullable;

/**
 * How far policies reached one group of enterprises in a year. Money is in fen.
 *
 * @param key a clause, a city, a size
 * @param entitled enterprises something was found for
 * @param got those of them who have at least one of it: money that was paid, a relief or a right they agreed to
 * @param dueFen what was found, {@code paidFen} what was paid
 * @param medianDays from being told to the last payment; null where nothing was paid
 * @param largestShare of what was found that one enterprise has, as a fraction of 1
 * @param hidden withheld as a small cell, or so that a small cell cannot be worked out
 */
public record Reached(
        String key,
        String name,
        int entitled,
        int got,
        long dueFen,
        long paidFen,
        @Nullable Double medianDays,
        double largestShare,
        boolean hidden) {

    /** Those who got it, in per cent. */
    public @Nullable Double gotPct() {
        return entitled == 0 ? null : (Double) (100.0 * got / entitled);
    }

    Reached named(String other) {
        return new Reached(key, other, entitled, got, dueFen, paidFen, medianDays, largestShare, hidden);
    }

    Reached withheld() {
        return new Reached(key, name, 0, 0, 0, 0, null, 0, true);
    }
}
