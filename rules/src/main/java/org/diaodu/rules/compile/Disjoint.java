package org.diaodu.rules.compile;

import java.util.List;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Op;
import org.jspecify.annotations.Nullable;

/** Can two conditions never hold together? Found where two of their parts contradict each other on the same value. */
final class Disjoint {

    private Disjoint() {}

    static boolean are(Expr a, Expr b) {
        for (Expr one : parts(a)) {
            for (Expr other : parts(b)) {
                if (contradict(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<Expr> parts(Expr expr) {
        Expr plain = plain(expr);
        return plain instanceof Call call && call.op() == Op.AND
                ? call.args().stream().flatMap(arg -> parts(arg).stream()).toList()
                : List.of(plain);
    }

    /** Without the "is true" that a cell puts round its test. */
    private static Expr plain(Expr expr) {
        return expr instanceof Call call
                        && call.op() == Op.SAME
                        && call.arg(1) instanceof Constant constant
                        && Boolean.TRUE.equals(constant.value())
                        && call.arg(0) instanceof Call
                ? plain(call.arg(0))
                : expr;
    }

    private static boolean contradict(Expr a, Expr b) {
        if (a instanceof Call call && call.op() == Op.OR) {
            return call.args().stream().allMatch(arg -> are(arg, b));
        }
        if (b instanceof Call call && call.op() == Op.OR) {
            return call.args().stream().allMatch(arg -> are(a, arg));
        }
        if (a instanceof Call one && one.op() == Op.NOT && one.arg(0) == b
                || b instanceof Call other && other.op() == Op.NOT && other.arg(0) == a) {
            return true;
        }
        Bound one = bound(a);
        Bound other = bound(b);
        if (one == null || other == null || one.subject != other.subject) {
            return false;
        }
        return one.excludes(other) || other.excludes(one);
    }

    /** What a comparison with a constant leaves of a value. */
    record Bound(
            Expr subject,
            @Nullable Object low,
            boolean lowIn,
            @Nullable Object high,
            boolean highIn) {

        /** Is all that is left below all that the other leaves? */
        boolean excludes(Bound other) {
            if (high == null || other.low == null || high.getClass() != other.low.getClass()) {
                return false;
            }
            int order = Evaluator.order(high, other.low);
            return order < 0 || order == 0 && !(highIn && other.lowIn);
        }
    }

    static @Nullable Bound bound(Expr expr) {
        if (!(expr instanceof Call call) || call.args().size() != 2) {
            return null;
        }
        boolean left = call.arg(0) instanceof Constant;
        if (left == call.arg(1) instanceof Constant) {
            return null;
        }
        Object value = ((Constant) call.arg(left ? 0 : 1)).value();
        Expr subject = call.arg(left ? 1 : 0);
        if (value == null) {
            return null;
        }
        return switch (call.op()) {
            case SAME -> new Bound(subject, value, true, value, true);
            case LESS ->
                left ? new Bound(subject, value, false, null, false) : new Bound(subject, null, false, value, false);
            case AT_MOST ->
                left ? new Bound(subject, value, true, null, false) : new Bound(subject, null, false, value, true);
            default -> null;
        };
    }
}
