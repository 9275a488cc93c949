package org.diaodu.server.returns;

import java.util.Arrays;
import java.util.Map;

/**
 * An enterprise's own past values by item, oldest first, per single month (January and February count half their sum each);
 * missing periods are left out.
 */
record History(Map<String, double[]> monthlyValues) {

    static final History NONE = new History(Map.of());

    double[] of(String item) {
        return monthlyValues.getOrDefault(item, new double[0]);
    }

    /** Median of the absolute values, NaN without history. */
    double median(String item) {
        double[] magnitudes = Arrays.stream(of(item)).map(Math::abs).toArray();
        return median(magnitudes);
    }

    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
