package org.diaodu.rules.compile;

import java.util.List;
import org.diaodu.rules.compile.Staged.Interval;
import org.diaodu.rules.compile.Staged.Known;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** How points and intervals lie to each other: DMN 1.5, table 78. */
final class IntervalFunctions extends FunctionGroup {

    IntervalFunctions(Operators operators) {
        super(operators);
    }

    /** The interval relations of points and intervals, DMN 1.5 table 78. */
    Staged interval(String name, List<Staged> a) {
        if (a.size() != 2) {
            return operators.nothing();
        }
        Staged one = a.get(0);
        Staged other = a.get(1);
        if (one instanceof Known || other instanceof Known) {
            throw new OutOfProfile("区间关系只能用于不带时区的值", "interval relations of values with zones");
        }
        return switch (name) {
            case "before" -> new Scalar(before(one, other));
            case "after" -> new Scalar(before(other, one));
            case "includes" -> new Scalar(includes(one, other));
            case "during" -> new Scalar(includes(other, one));
            default -> {
                if (one instanceof Interval || other instanceof Interval) {
                    yield one instanceof Interval && other instanceof Interval
                            ? new Scalar(operators.equal(one, other))
                            : operators.nothing();
                }
                yield new Scalar(operators.equal(one, other));
            }
        };
    }

    private Expr before(Staged one, Staged other) {
        boolean touching =
                (one instanceof Interval left && !left.highIn()) || (other instanceof Interval right && !right.lowIn());
        Staged end = one instanceof Interval left ? bound(left.high()) : one;
        Staged start = other instanceof Interval right ? bound(right.low()) : other;
        return operators.ordered(end, start, touching);
    }

    private Expr includes(Staged outer, Staged inner) {
        if (!(outer instanceof Interval range)) {
            return exprs.nothing(Type.TRUTH);
        }
        if (!(inner instanceof Interval part)) {
            return operators.within(inner, range);
        }
        return exprs.and(
                operators.ordered(bound(range.low()), bound(part.low()), range.lowIn() || !part.lowIn()),
                operators.ordered(bound(part.high()), bound(range.high()), range.highIn() || !part.highIn()));
    }

    private Staged bound(@Nullable Staged end) {
        if (end == null) {
            throw new OutOfProfile("没有端点的区间", "an interval without an end");
        }
        return end;
    }
}
