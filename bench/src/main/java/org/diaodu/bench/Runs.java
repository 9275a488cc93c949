package org.diaodu.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Wall times in milliseconds, sorted, of the same work done several times. */
record Runs(double[] milliseconds) {

    Runs {
        milliseconds = milliseconds.clone();
        Arrays.sort(milliseconds);
    }

    /** Runs the work {@code warmUps} times unmeasured, then {@code runs} times. */
    static Runs of(int warmUps, int runs, Callable<?> work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.call();
        }
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long began = System.nanoTime();
            work.call();
            times[i] = (System.nanoTime() - began) / 1e6;
        }
        return new Runs(times);
    }

    double median() {
        return percentile(50);
    }

    /** The smallest time that this share of the runs did not exceed (nearest rank). */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * milliseconds.length);
        return milliseconds[Math.max(0, rank - 1)];
    }

    double shortest() {
        return milliseconds[0];
    }

    double longest() {
        return milliseconds[milliseconds.length - 1];
    }
}
