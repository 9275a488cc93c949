package org.diaodu.bulletin.check;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A figure computed from printed ones, and between what it lies when each of them is anywhere within its rounding. Formulas
 * here rise or fall with each operand, so the ends are reached with every operand at one of its own.
 */
record Computed(double value, double low, double high) {

    static Computed of(ToDoubleFunction<double[]> formula, Printed... operands) {
        double[] middle = Arrays.stream(operands).mapToDouble(Printed::value).toArray();
        double value = formula.applyAsDouble(middle);
        double[] least = middle.clone();
        double[] most = middle.clone();
        for (int i = 0; i < operands.length; i++) {
            double[] up = middle.clone();
            double[] down = middle.clone();
            up[i] = operands[i].high();
            down[i] = operands[i].low();
            boolean rises = formula.applyAsDouble(up) >= formula.applyAsDouble(down);
            least[i] = rises ? operands[i].low() : operands[i].high();
            most[i] = rises ? operands[i].high() : operands[i].low();
        }
        return new Computed(
                value, Math.min(value, formula.applyAsDouble(least)), Math.max(value, formula.applyAsDouble(most)));
    }

    /** Whether all it can be is a number. */
    boolean finite() {
        return Double.isFinite(value) && Double.isFinite(low) && Double.isFinite(high);
    }

    /** How far a printed figure may lie from it. */
    double tolerance(Printed published) {
        return Math.max(high - value, value - low) + (published.high() - published.low()) / 2;
    }

    /** Half of the width. */
    double tolerance() {
        return Math.max(high - value, value - low);
    }

    boolean agrees(Printed published) {
        return published.holds(low, high);
    }

    /** As an operand of a further formula. */
    Printed printed(int decimals) {
        return Printed.known(value, low, high, decimals);
    }
}
