package org.diaodu.rules.reasons;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.jspecify.annotations.Nullable;

/**
 * Solves a value for the inputs it is computed from: what an input must be for the value to reach an end, all others as
 * they are. Sums, differences, products and quotients are solved, and choices along the branch that is taken, where the
 * input stands in one place only.
 */
final class Inversion {

    private static final MathContext PLACES = MathContext.DECIMAL128;

    private final Evaluator.Run run;

    Inversion(Evaluator.Run run) {
        this.run = run;
    }

    /**
     * What an input must come to.
     *
     * @param up at least the end, else at most
     * @param in the end itself will do
     */
    record Goal(Input input, BigDecimal end, boolean up, boolean in) {

        /** The nearest number of the input's own scale that reaches the end. */
        BigDecimal nearest() {
            int scale = Math.max(0, input.type().scale());
            BigDecimal rounded = end.setScale(scale, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
            BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
            return in || rounded.compareTo(end) != 0 ? rounded : up ? rounded.add(unit) : rounded.subtract(unit);
        }
    }

    List<Goal> solve(Expr value, BigDecimal end, boolean up, boolean in) {
        Map<Input, Integer> occurrences = new LinkedHashMap<>();
        count(value, occurrences);
        List<Goal> goals = new ArrayList<>();
        occurrences.forEach((input, times) -> {
            if (times == 1) {
                Goal goal = solve(value, input, end, up, in);
                if (goal != null) {
                    goals.add(goal);
                }
            }
        });
        return goals;
    }

    private void count(Expr expr, Map<Input, Integer> occurrences) {
        switch (expr) {
            case Input input -> occurrences.merge(input, 1, Integer::sum);
            case Call call when call.op() == Op.IF -> count(taken(call), occurrences);
            case Call call -> call.args().forEach(arg -> count(arg, occurrences));
            default -> {}
        }
    }

    private Expr taken(Call choice) {
        return choice.arg(Boolean.TRUE.equals(run.value(choice.arg(0))) ? 1 : 2);
    }

    private @Nullable Goal solve(Expr expr, Input input, BigDecimal end, boolean up, boolean in) {
        if (expr == input) {
            return new Goal(input, end, up, in);
        }
        if (!(expr instanceof Call call)) {
            return null;
        }
        if (call.op() == Op.IF) {
            return solve(taken(call), input, end, up, in);
        }
        if (call.op() == Op.RESCALE) {
            return solve(call.arg(0), input, end, up, in);
        }
        if (call.args().size() != 2 || !call.is(Kind.NUMBER)) {
            return null;
        }
        boolean first = holds(call.arg(0), input);
        Expr unknown = call.arg(first ? 0 : 1);
        if (!(run.value(call.arg(first ? 1 : 0)) instanceof BigDecimal known)
                || !(run.value(unknown) instanceof BigDecimal now)) {
            return null;
        }
        return switch (call.op()) {
            case ADD -> solve(unknown, input, end.subtract(known), up, in);
            case SUBTRACT ->
                first
                        ? solve(unknown, input, end.add(known), up, in)
                        : solve(unknown, input, known.subtract(end), !up, in);
            case MULTIPLY ->
                known.signum() == 0
                        ? null
                        : solve(unknown, input, end.divide(known, PLACES), up == known.signum() > 0, in);
            case DIVIDE -> {
                if (known.signum() == 0) {
                    yield null;
                }
                if (first) {
                    yield solve(unknown, input, end.multiply(known), up == known.signum() > 0, in);
                }
                // known ÷ x falls with x where known is positive, on either side of 0, and never leaves its side
                if (end.signum() == 0 || known.signum() * end.signum() != now.signum()) {
                    yield null;
                }
                yield solve(unknown, input, known.divide(end, PLACES), up != known.signum() > 0, in);
            }
            default -> null;
        };
    }

    private boolean holds(Expr expr, Input input) {
        return switch (expr) {
            case Input one -> one == input;
            case Call call when call.op() == Op.IF -> holds(taken(call), input);
            case Call call -> call.args().stream().anyMatch(arg -> holds(arg, input));
            default -> false;
        };
    }
}
