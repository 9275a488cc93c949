package org.diaodu.rules.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.Staged;
import org.diaodu.rules.compile.Test;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Op;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** How far a value is from what a condition accepts, as an expression: for numbers and dates, 0 where it holds. */
final class Distance {

    private final Exprs exprs = new Exprs();
    private final Expr subject;

    private Distance(Expr subject) {
        this.subject = subject;
    }

    /** Null where the condition has no distance. */
    static @Nullable Expr of(Compiled.Table table, Compiled.Condition condition) {
        if (!(table.columns().get(condition.column()).subject() instanceof Staged.Scalar(Expr subject))
                || !(subject.is(Kind.NUMBER) || subject.is(Kind.DATE))
                || subject.type().real()) {
            return null;
        }
        try {
            return new Distance(subject).of(condition.test());
        } catch (OutOfProfile tooManyDigits) {
            return null;
        }
    }

    private @Nullable Expr of(Test test) {
        return switch (test) {
            case Test.Compared(Test.Relation relation, Expr bound) ->
                bound.is(subject.type().kind()) && !bound.type().real()
                        ? switch (relation) {
                            case BELOW -> over(bound, false);
                            case AT_MOST -> over(bound, true);
                            case ABOVE -> under(bound, false);
                            case AT_LEAST -> under(bound, true);
                            case SAME -> exprs.extreme(false, List.of(over(bound, true), under(bound, true)));
                            case OTHER -> null;
                        }
                        : null;
            case Test.Within(boolean lowIn, Expr low, Expr high, boolean highIn) -> {
                if (low != null && !fits(low) || high != null && !fits(high)) {
                    yield null;
                }
                List<Expr> parts = new ArrayList<>();
                if (low != null) {
                    parts.add(under(low, lowIn));
                }
                if (high != null) {
                    parts.add(over(high, highIn));
                }
                yield parts.isEmpty() ? null : exprs.extreme(false, parts);
            }
            case Test.AnyOf(List<Test> tests) -> {
                List<Expr> parts = new ArrayList<>();
                for (Test one : tests) {
                    Expr part = of(one);
                    if (part == null) {
                        yield null;
                    }
                    parts.add(part);
                }
                yield exprs.extreme(true, parts);
            }
            default -> null;
        };
    }

    private boolean fits(Expr bound) {
        return bound.is(subject.type().kind()) && !bound.type().real();
    }

    /** By how much the value is above the bound; 0 where it is not. */
    private Expr over(Expr bound, boolean in) {
        return positive(less(subject, bound), in);
    }

    private Expr under(Expr bound, boolean in) {
        return positive(less(bound, subject), in);
    }

    private Expr less(Expr a, Expr b) {
        return subject.is(Kind.DATE) ? exprs.call(Op.DAYS_BETWEEN, Type.number(7, 0), a, b) : exprs.subtract(a, b);
    }

    /** An exclusive bound is a step of the declared scale further; a quotient has no such step. */
    private Expr positive(Expr difference, boolean in) {
        boolean stepped = !in && (subject.is(Kind.DATE) || subject.type().exact());
        BigDecimal unit = stepped
                ? BigDecimal.ONE.movePointLeft(
                        subject.is(Kind.DATE) ? 0 : subject.type().scale())
                : BigDecimal.ZERO;
        return exprs.extreme(false, List.of(exprs.add(difference, exprs.number(unit)), exprs.number(0)));
    }
}
