package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Aggregate;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Op;
import org.jspecify.annotations.Nullable;

/**
 * Expressions computed at one position of the driving figure together with the line they lie on there, and how far to the
 * right every choice on the way (a comparison, the least of several, a step) comes out the same. So a curve is walked from
 * piece to piece and no cliff between two of them can be missed. For one thread and one position.
 *
 * <p>Where a step function has more than {@value #MOST_STEPS} steps up to the end of the range, as rounding to the fen has,
 * the line through it is taken.
 */
final class Tracing {

    static final int MOST_STEPS = 1_000;
    private static final Evaluator EVALUATOR = new Evaluator();
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final String figure;
    private final Scale scale;
    private final long position;
    private final BigDecimal here;
    private final Evaluator.Run run;
    private final Map<Expr, Boolean> moving;
    private final Map<Expr, Affine> lines = new IdentityHashMap<>();
    private long last;
    private boolean capped;
    private boolean floored;

    /** @param moving whether an expression goes with the figure, kept from position to position */
    Tracing(String figure, Scale scale, long position, long end, Evaluator.Case facts, Map<Expr, Boolean> moving) {
        this.figure = figure;
        this.scale = scale;
        this.position = position;
        this.here = scale.figure(position);
        this.last = end;
        this.moving = moving;
        this.run = EVALUATOR.run(input -> input.equals(figure) ? here : facts.value(input));
    }

    /** The last position of which all that was traced so far is known to hold. */
    long last() {
        return last;
    }

    /** Whether a {@code min} on the way took a fixed amount and not the one that goes with the figure. */
    boolean capped() {
        return capped;
    }

    /** Whether a {@code max} did. */
    boolean floored() {
        return floored;
    }

    @Nullable
    Object value(Expr expr) {
        return run.value(expr);
    }

    /** Follows the expression; its line where it is a number, else null. */
    @Nullable
    Affine follow(Expr expr) {
        if (!moves(expr)) {
            return run.value(expr) instanceof BigDecimal number ? Affine.of(number) : null;
        }
        if (expr instanceof Input) {
            return Affine.figure();
        }
        if (lines.containsKey(expr)) {
            return lines.get(expr);
        }
        Affine line = line((Call) expr);
        lines.put(expr, line);
        return line;
    }

    private boolean moves(Expr expr) {
        Boolean known = moving.get(expr);
        if (known == null) {
            known = switch (expr) {
                case Input input -> input.table().isEmpty() && input.name().equals(figure);
                case Constant ignored -> false;
                case Aggregate aggregate -> {
                    if (moves(aggregate.of()) || moves(aggregate.where())) {
                        throw new NotInPieces("rows of " + aggregate.table());
                    }
                    yield false;
                }
                case Call call -> call.args().stream().map(this::moves).reduce(false, Boolean::logicalOr);
            };
            moving.put(expr, known);
        }
        return known;
    }

    private @Nullable Affine line(Call call) {
        return switch (call.op()) {
            case IF -> choice(call);
            case AND -> junction(call, false);
            case OR -> junction(call, true);
            case IS_NULL, NOT -> {
                follow(call.arg(0));
                yield null;
            }
            default -> strict(call);
        };
    }

    /** A long table is a long chain of choices: it is walked, not descended. */
    private @Nullable Affine choice(Call call) {
        Expr rest = call;
        while (rest instanceof Call next && next.op() == Op.IF) {
            follow(next.arg(0));
            if (Boolean.TRUE.equals(run.value(next.arg(0)))) {
                return follow(next.arg(1));
            }
            rest = next.arg(2);
        }
        return follow(rest);
    }

    /** One decisive part is enough: as long as it is, the others may turn as they like. */
    private @Nullable Affine junction(Call call, boolean decisive) {
        for (Expr part : call.args()) {
            if (Boolean.valueOf(decisive).equals(run.value(part))) {
                follow(part);
                return null;
            }
        }
        call.args().forEach(this::follow);
        return null;
    }

    /** Null where an argument is null, and for SAME beside; as long as that argument stays null. */
    private @Nullable Affine strict(Call call) {
        for (Expr arg : call.args()) {
            if (run.value(arg) == null && call.op() != Op.SAME) {
                follow(arg);
                return null;
            }
        }
        List<Affine> lines = new ArrayList<>();
        boolean straight = true;
        for (Expr arg : call.args()) {
            Affine line = follow(arg);
            straight &= line != null;
            lines.add(line == null ? Affine.of(BigDecimal.ZERO) : line);
        }
        boolean flat = lines.stream().allMatch(Affine::flat);
        if (call.type().real() || !straight && !flat && call.op() != Op.SAME) {
            throw new NotInPieces(call.op().name());
        }
        boolean chosen = call.op() == Op.LEAST || call.op() == Op.GREATEST;
        if (!straight || flat && !chosen) {
            return run.value(call) instanceof BigDecimal number ? Affine.of(number) : null;
        }
        return moved(call, lines);
    }

    private @Nullable Affine moved(Call call, List<Affine> lines) {
        Affine a = lines.getFirst();
        Affine b = lines.getLast();
        return switch (call.op()) {
            case LESS -> compared(a.minus(b), sign -> sign < 0);
            case AT_MOST -> compared(a.minus(b), sign -> sign <= 0);
            case SAME -> compared(a.minus(b), sign -> sign == 0);
            case ADD -> a.plus(b);
            case SUBTRACT -> a.minus(b);
            case MULTIPLY -> product(a, b);
            case DIVIDE -> quotient(a, b);
            case LEAST -> extreme(call.args(), lines, 1);
            case GREATEST -> extreme(call.args(), lines, -1);
            case FLOOR -> stepped(a, RoundingMode.FLOOR, 0);
            case CEILING -> stepped(a, RoundingMode.CEILING, 0);
            case RESCALE -> stepped(a, RoundingMode.HALF_UP, call.type().scale());
            case MODULO -> {
                if (!b.flat()) {
                    throw new NotInPieces("MODULO");
                }
                Affine times = stepped(quotient(a, b), RoundingMode.FLOOR, 0);
                yield a.minus(times.times(b.constant()));
            }
            case ABS -> {
                int sign = a.at(here).signum();
                asLongAs(a, s -> sign < 0 ? s <= 0 : s >= 0);
                yield sign < 0 ? a.times(BigDecimal.ONE.negate()) : a;
            }
            default -> throw new NotInPieces(call.op().name());
        };
    }

    private @Nullable Affine compared(Affine difference, IntPredicate holds) {
        boolean now = holds.test(difference.at(here).signum());
        asLongAs(difference, sign -> holds.test(sign) == now);
        return null;
    }

    private static Affine product(Affine a, Affine b) {
        if (!a.flat() && !b.flat()) {
            throw new NotInPieces("MULTIPLY");
        }
        return a.flat() ? b.times(a.constant()) : a.times(b.constant());
    }

    private Affine quotient(Affine a, Affine b) {
        if (!b.flat()) {
            throw new NotInPieces("DIVIDE");
        }
        return new Affine(
                a.constant().divide(b.constant(), Affine.DIGITS),
                a.slope().divide(b.constant(), Affine.DIGITS),
                a.slack().divide(b.constant().abs(), Affine.DIGITS));
    }

    /** The least where {@code side} is 1, the greatest where -1: the one that is it here and to the right. */
    private Affine extreme(List<Expr> args, List<Affine> lines, int side) {
        int best = 0;
        for (int i = 1; i < lines.size(); i++) {
            int order = side * lines.get(i).at(here).compareTo(lines.get(best).at(here));
            int steeper =
                    side * lines.get(i).slope().compareTo(lines.get(best).slope());
            if (order < 0 || order == 0 && steeper < 0) {
                best = i;
            }
        }
        Affine taken = lines.get(best);
        for (Affine line : lines) {
            asLongAs(line.minus(taken), sign -> side * sign >= 0);
        }
        if (!moves(args.get(best))) {
            capped |= side > 0;
            floored |= side < 0;
        }
        return taken;
    }

    private Affine stepped(Affine line, RoundingMode mode, int places) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(places);
        if (line.flat()) {
            return Affine.of(line.constant().setScale(places, mode));
        }
        if (line.slope().multiply(BigDecimal.ONE.movePointLeft(scale.places())).remainder(step).signum() == 0
                && line.constant().remainder(step).signum() == 0) {
            return line; // every position falls on a step
        }
        BigDecimal rise = line.slope()
                .abs()
                .multiply(scale.figure(last).subtract(here))
                .divide(step, 0, RoundingMode.CEILING);
        if (rise.compareTo(BigDecimal.valueOf(MOST_STEPS)) > 0) {
            return mode == RoundingMode.HALF_UP
                    ? line.within(step.multiply(HALF))
                    : line.plus(Affine.of(step.multiply(mode == RoundingMode.FLOOR ? HALF.negate() : HALF)))
                            .within(step.multiply(HALF));
        }
        BigDecimal now = line.at(here).setScale(places, mode);
        last = furthest(at -> line.at(at).setScale(places, mode).compareTo(now) == 0);
        return Affine.of(now);
    }

    private void asLongAs(Affine line, IntPredicate holds) {
        if (!line.flat()) {
            last = furthest(at -> holds.test(line.at(at).signum()));
        }
    }

    /** The last position up to which something holds that, once it fails, holds no more. */
    private long furthest(Predicate<BigDecimal> holds) {
        if (holds.test(scale.figure(last))) {
            return last;
        }
        long good = position;
        long bad = last;
        while (bad - good > 1) {
            long middle = good + (bad - good) / 2;
            if (holds.test(scale.figure(middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }
}
