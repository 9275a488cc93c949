package org.diaodu.growth.effect;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How the change of enterprises without a case goes with their path: ordinary least squares within industries (division
 * means taken off, so that what hit an industry as a whole plays no part).
 *
 * <p>Source: the regression used for bias adjustment by A. Abadie and G. Imbens, Bias-corrected matching estimators for
 * average treatment effects, J. Bus. Econ. Stat. 29 (2011), 1–11, section 3; here fitted on the donors near the cases.
 */
final class Slopes {
    /** No adjustment. */
    static final double[] NONE = new double[Cohort.PATH];

    private static final int FEWEST = 10 * Cohort.PATH;

    private Slopes() {}

    /**
     * Points of the outcome a point of each path figure goes with.
     *
     * @param outcome by row; rows where it is NaN are left out
     * @return zeros where there are fewer than 30 rows, or the paths do not differ
     */
    static double[] of(Cohort cohort, int[] rows, double[] outcome) {
        var sums = new HashMap<Integer, double[]>();
        int used = 0;
        for (int row : rows) {
            if (Double.isNaN(outcome[row])) continue;
            used++;
            double[] sum = sums.computeIfAbsent(cohort.panel.division[row], _ -> new double[Cohort.PATH + 2]);
            for (int k = 0; k < Cohort.PATH; k++) sum[k] += cohort.path[row][k];
            sum[Cohort.PATH] += outcome[row];
            sum[Cohort.PATH + 1]++;
        }
        return used < FEWEST ? NONE : solve(normal(cohort, rows, outcome, sums));
    }

    /** XᵀX beside Xᵀy, both within industries. */
    private static double[][] normal(Cohort cohort, int[] rows, double[] outcome, Map<Integer, double[]> sums) {
        var normal = new double[Cohort.PATH][Cohort.PATH + 1];
        var x = new double[Cohort.PATH + 1];
        for (int row : rows) {
            if (Double.isNaN(outcome[row])) continue;
            double[] sum = Objects.requireNonNull(sums.get(cohort.panel.division[row]));
            double count = sum[Cohort.PATH + 1];
            for (int k = 0; k < Cohort.PATH; k++) x[k] = cohort.path[row][k] - sum[k] / count;
            x[Cohort.PATH] = outcome[row] - sum[Cohort.PATH] / count;
            for (int i = 0; i < Cohort.PATH; i++) for (int j = 0; j <= Cohort.PATH; j++) normal[i][j] += x[i] * x[j];
        }
        return normal;
    }

    /** Gauss–Jordan on a positive definite system; zeros where it is not. */
    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int i = 0; i < n; i++) {
            if (!(a[i][i] > 1e-6)) return NONE;
            for (int row = 0; row < n; row++) {
                if (row == i) continue;
                double factor = a[row][i] / a[i][i];
                for (int j = i; j <= n; j++) a[row][j] -= factor * a[i][j];
            }
        }
        var slopes = new double[n];
        for (int i = 0; i < n; i++) slopes[i] = a[i][n] / a[i][i];
        return slopes;
    }
}
