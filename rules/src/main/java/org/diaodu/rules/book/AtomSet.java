package org.diaodu.rules.book;

import java.util.Arrays;
import java.util.BitSet;

/** A set of atoms of a dimension, as ranges of their numbers: from, to (inclusive), from, to, … in order, never touching. */
@SuppressWarnings("ArrayRecordComponent") // made here, equal by content, never changed
record AtomSet(int[] ranges) {

    static AtomSet range(int from, int to) {
        return from > to ? new AtomSet(new int[0]) : new AtomSet(new int[] {from, to});
    }

    static AtomSet of(BitSet atoms) {
        int[] ranges = new int[2 * (atoms.cardinality() + 1)];
        int n = 0;
        for (int from = atoms.nextSetBit(0); from >= 0; ) {
            int to = atoms.nextClearBit(from) - 1;
            ranges[n++] = from;
            ranges[n++] = to;
            from = atoms.nextSetBit(to + 1);
        }
        return new AtomSet(Arrays.copyOf(ranges, n));
    }

    boolean isEmpty() {
        return ranges.length == 0;
    }

    int first() {
        return ranges[0];
    }

    int size() {
        int size = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            size += ranges[i + 1] - ranges[i] + 1;
        }
        return size;
    }

    BitSet bits() {
        BitSet bits = new BitSet();
        for (int i = 0; i < ranges.length; i += 2) {
            bits.set(ranges[i], ranges[i + 1] + 1);
        }
        return bits;
    }

    boolean meets(AtomSet other) {
        int i = 0;
        int j = 0;
        while (i < ranges.length && j < other.ranges.length) {
            if (ranges[i + 1] < other.ranges[j]) {
                i += 2;
            } else if (other.ranges[j + 1] < ranges[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    boolean contains(AtomSet other) {
        int i = 0;
        for (int j = 0; j < other.ranges.length; j += 2) {
            while (i < ranges.length && ranges[i + 1] < other.ranges[j]) {
                i += 2;
            }
            if (i >= ranges.length || ranges[i] > other.ranges[j] || ranges[i + 1] < other.ranges[j + 1]) {
                return false;
            }
        }
        return true;
    }

    AtomSet and(AtomSet other) {
        int[] both = new int[ranges.length + other.ranges.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < ranges.length && j < other.ranges.length) {
            int from = Math.max(ranges[i], other.ranges[j]);
            int to = Math.min(ranges[i + 1], other.ranges[j + 1]);
            if (from <= to) {
                both[n++] = from;
                both[n++] = to;
            }
            if (ranges[i + 1] < other.ranges[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return new AtomSet(Arrays.copyOf(both, n));
    }

    AtomSet minus(AtomSet other) {
        BitSet left = bits();
        left.andNot(other.bits());
        return of(left);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AtomSet set && Arrays.equals(ranges, set.ranges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ranges);
    }

    @Override
    public String toString() {
        return Arrays.toString(ranges);
    }
}
