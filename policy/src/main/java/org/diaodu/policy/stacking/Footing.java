package org.diaodu.policy.stacking;

/**
 * What a supplement stands on.
 *
 * @param bases the candidates, by position, whose payment it is reckoned on
 * @param earlierFen what the base paid earlier in the year
 * @param mostFen what it pays at most, whatever the base is paid
 */
record Footing(Supplement law, int[] bases, long earlierFen, long mostFen) {

    long baseFen(long[] paid) {
        long base = earlierFen;
        for (int position : bases) {
            base += paid[position];
        }
        return base;
    }

    long dueFen(long[] paid) {
        return Math.min(mostFen, law.rate().of(baseFen(paid)));
    }
}
