package org.diaodu.rules.typed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;

/**
 * Expressions made ready for many cases one after another, with the results of {@link Evaluator}: an input is a position
 * in the case's array, a value that several expressions need has a place of its own and is computed once, and only what
 * is asked for is computed. Immutable, and safe for many threads; each case has a run of its own.
 */
public final class Program {

    private static final Object NULL = new Object();
    private static final Evaluator OPERATIONS = new Evaluator();

    private final Map<Expr, Step> steps = new IdentityHashMap<>();
    private final int places;

    private Program(Collection<Expr> roots, Map<String, Integer> positions) {
        Map<Expr, Integer> uses = new IdentityHashMap<>();
        roots.forEach(root -> count(root, uses));
        Builder builder = new Builder(positions, uses);
        roots.forEach(builder::step);
        this.places = builder.places;
    }

    /**
     * @param roots what will be asked for
     * @param positions where in a case's array each input stands
     * @throws IllegalArgumentException where an expression asks for an input without a position, or for the rows of a
     *     child table
     */
    public static Program of(Collection<Expr> roots, Map<String, Integer> positions) {
        return new Program(roots, positions);
    }

    /** A case: its values by position, as {@link Kind} says. */
    public Run run(@Nullable Object[] values) {
        return new Run(values);
    }

    /** Remembers what it computed. For one thread. */
    public final class Run {

        private final @Nullable Object[] values;
        private final @Nullable Object[] known = new @Nullable Object[places];

        private Run(@Nullable Object[] values) {
            this.values = values;
        }

        /** The value of one of the program's roots, or of anything in it. */
        public @Nullable Object value(Expr expr) {
            if (expr instanceof Constant constant) {
                return constant.value();
            }
            Step step = steps.get(expr);
            if (step == null) {
                throw new IllegalArgumentException("no root of this program: " + expr);
            }
            return step.value(this);
        }
    }

    private static void count(Expr expr, Map<Expr, Integer> uses) {
        if (uses.merge(expr, 1, Integer::sum) == 1 && expr instanceof Call call) {
            call.args().forEach(arg -> count(arg, uses));
        }
    }

    private final class Builder {

        private final Map<String, Integer> positions;
        private final Map<Expr, Integer> uses;
        private int places;

        Builder(Map<String, Integer> positions, Map<Expr, Integer> uses) {
            this.positions = positions;
            this.uses = uses;
        }

        Step step(Expr expr) {
            Step known = steps.get(expr);
            if (known == null) {
                known = made(expr);
                steps.put(expr, known);
            }
            return known;
        }

        private Step made(Expr expr) {
            return switch (expr) {
                case Constant constant -> new Fixed(constant.value());
                case Input input -> {
                    Integer position = positions.get(input.name());
                    if (position == null || !input.table().isEmpty()) {
                        throw new IllegalArgumentException("no position for the input " + input);
                    }
                    yield new Given(position, input.type());
                }
                case Aggregate aggregate -> throw new IllegalArgumentException("rows of a child table: " + aggregate);
                case Call call -> {
                    Step[] args = call.args().stream().map(this::step).toArray(Step[]::new);
                    Step step = step(call, args);
                    yield uses.getOrDefault(call, 1) > 1 ? new Kept(step, places++) : step;
                }
            };
        }

        private static Step step(Call call, Step[] args) {
            return switch (call.op()) {
                case IF -> run -> args[Boolean.TRUE.equals(args[0].value(run)) ? 1 : 2].value(run);
                case AND -> new Junction(args, false);
                case OR -> new Junction(args, true);
                case NOT -> run -> args[0].value(run) instanceof Boolean truth ? (Boolean) !truth : null;
                case IS_NULL -> run -> args[0].value(run) == null;
                case SAME -> run -> same(args[0].value(run), args[1].value(run));
                case LESS ->
                    run -> {
                        Object a = args[0].value(run);
                        Object b = a == null ? null : args[1].value(run);
                        return a == null || b == null ? null : (Boolean) (Evaluator.order(a, b) < 0);
                    };
                case AT_MOST ->
                    run -> {
                        Object a = args[0].value(run);
                        Object b = a == null ? null : args[1].value(run);
                        return a == null || b == null ? null : (Boolean) (Evaluator.order(a, b) <= 0);
                    };
                default -> new Operation(call, args);
            };
        }
    }

    /** How one expression is computed. */
    private interface Step {
        @Nullable
        Object value(Run run);
    }

    private record Fixed(@Nullable Object value) implements Step {
        @Override
        public @Nullable Object value(Run run) {
            return value;
        }
    }

    private record Given(int position, Type type) implements Step {
        @Override
        public @Nullable Object value(Run run) {
            Object value = run.values[position];
            return value instanceof BigDecimal number && number.scale() > type.scale() && !type.real()
                    ? number.setScale(type.scale(), RoundingMode.HALF_UP)
                    : value;
        }
    }

    private record Kept(Step step, int place) implements Step {
        @Override
        public @Nullable Object value(Run run) {
            Object before = run.known[place];
            if (before != null) {
                return before == NULL ? null : before;
            }
            Object now = step.value(run);
            run.known[place] = now == null ? NULL : now;
            return now;
        }
    }

    private record Junction(Step[] args, boolean decisive) implements Step {
        @Override
        public @Nullable Object value(Run run) {
            boolean unknown = false;
            for (Step arg : args) {
                Object value = arg.value(run);
                if (value == null) {
                    unknown = true;
                } else if ((Boolean) value == decisive) {
                    return decisive;
                }
            }
            return unknown ? null : (Boolean) !decisive;
        }
    }

    /** An operation that is null where an argument is. */
    private record Operation(Call call, Step[] args) implements Step {
        @Override
        public @Nullable Object value(Run run) {
            List<@Nullable Object> values = new ArrayList<>(args.length);
            for (Step arg : args) {
                Object value = arg.value(run);
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            return OPERATIONS.apply(call.op(), call.type(), call.args(), values);
        }
    }

    private static Boolean same(@Nullable Object a, @Nullable Object b) {
        return a == null || b == null ? a == b : Evaluator.order(a, b) == 0;
    }
}
