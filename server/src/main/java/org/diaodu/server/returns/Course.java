package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How an item of an enterprise has run, in single months: NaN where the past does not tell.
 *
 * @param periods how many there are
 * @param median of the absolute values
 * @param last the last one
 * @param changes from one period to the next, where both are above zero
 * @param usualChange median of the log changes
 * @param spread their robust standard deviation: the median absolute deviation × 1.4826 (Rousseeuw and Croux 1993)
 */
record Course(int periods, double median, double last, int changes, double usualChange, double spread) {

    static final Course NONE = new Course(0, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN);
    private static final double TO_STANDARD_DEVIATION = 1.4826;

    /** Of past values, oldest first. */
    static Course of(double[] past) {
        if (past.length == 0) {
            return NONE;
        }
        double[] sizes = past.clone();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(sizes[i]);
        }
        double[] changes = logChanges(past);
        double usual = median(changes.clone());
        double[] deviations = changes.clone();
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.abs(deviations[i] - usual);
        }
        return new Course(
                past.length,
                median(sizes),
                past[past.length - 1],
                changes.length,
                usual,
                TO_STANDARD_DEVIATION * median(deviations));
    }

    /** The log change from the last value. */
    double changeTo(@Nullable BigDecimal value) {
        return value == null || value.signum() <= 0 || !(last > 0) ? Double.NaN : Math.log(value.doubleValue() / last);
    }

    private static double[] logChanges(double[] values) {
        double[] changes = new double[values.length];
        int count = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > 0 && values[i - 1] > 0) {
                changes[count++] = Math.log(values[i] / values[i - 1]);
            }
        }
        return Arrays.copyOf(changes, count);
    }

    /** Sorts the values. */
    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
