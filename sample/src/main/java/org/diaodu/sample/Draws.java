package org.diaodu.sample;

/**
 * Random numbers that are a pure function of seed, trait and place, so that any figure of the sample can be computed
 * alone and always comes out the same.
 */
record Draws(long seed) {

    /** Uniform in [0, 1). */
    double uniform(Trait trait, long first, long second) {
        return (hash(trait, first, second) >>> 11) * 0x1.0p-53;
    }

    /** Mean 0, standard deviation 1, within ±3.47: the sum of four uniforms. */
    double normal(Trait trait, long first, long second) {
        long hash = hash(trait, first, second);
        long sum = (hash & 0xffff) + (hash >>> 16 & 0xffff) + (hash >>> 32 & 0xffff) + (hash >>> 48);
        return (sum / 65536.0 - 2.0 + 2.0 / 65536) * 1.7320508075688772;
    }

    boolean happens(Trait trait, long first, long second, double probability) {
        return uniform(trait, first, second) < probability;
    }

    /** An index drawn in proportion to the weights. */
    int pick(Trait trait, long first, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double mark = uniform(trait, first, 0) * total;
        for (int index = 0; index < weights.length; index++) {
            mark -= weights[index];
            if (mark < 0 && weights[index] > 0) {
                return index;
            }
        }
        int last = weights.length - 1;
        while (weights[last] <= 0) {
            last--;
        }
        return last;
    }

    private long hash(Trait trait, long first, long second) {
        return mix(mix(mix(seed + 0x9e3779b97f4a7c15L * (trait.ordinal() + 1)) + first) + second * 0xd1342543de82ef95L);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
