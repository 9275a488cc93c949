package org.diaodu.server.returns;

import java.util.List;

/**
 * What a dry run found: how many rows would do what, and every fault with its place.
 *
 * @param problems the first of them; {@code errors}, {@code toExplain} and {@code hints} count all
 */
public record ImportReport(
        int rows, int fresh, int changed, int unchanged, int errors, int toExplain, int hints, List<Problem> problems) {

    /**
     * One problem: where it is in the file, what it is about, and what to do.
     *
     * @param row as the file's own program counts; 0 for the whole file
     * @param column heading, empty for the whole row
     */
    public record Problem(
            int row,
            String column,
            String creditCode,
            Weight weight,
            String code,
            String value,
            String expected,
            String zh,
            String en) {}

    /** An error keeps the file from being written; what is to be explained keeps the return from being accepted. */
    public enum Weight {
        ERROR,
        EXPLAIN,
        HINT
    }

    public boolean canBeWritten() {
        return errors == 0 && fresh + changed > 0;
    }

    public List<Problem> first(int most) {
        return problems.subList(0, Math.min(most, problems.size()));
    }
}
