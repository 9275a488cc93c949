package org.diaodu.policy.stacking;

/**
 * Candidates, given by their positions, that are together paid no more than a limit less what was spent earlier.
 *
 * @param name of the ceiling or of the top-up group
 * @param topUp the limit rises to what any of {@code rising}, which are supplements, is due
 */
record Pool(String name, boolean topUp, int[] members, long limitFen, long spentFen, int[] rising) {

    /** What is left where the supplements are due this much. */
    long leftFen(long[] due) {
        return Math.max(0, highestFen(due) - spentFen);
    }

    long highestFen(long[] due) {
        long highest = limitFen;
        for (int member : rising) {
            highest = Math.max(highest, due[member]);
        }
        return highest;
    }

    long sum(long[] amounts) {
        long sum = 0;
        for (int member : members) {
            sum += amounts[member];
        }
        return sum;
    }
}
