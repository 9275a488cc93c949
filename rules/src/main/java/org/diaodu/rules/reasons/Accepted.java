package org.diaodu.rules.reasons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diaodu.rules.compile.Test;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.jspecify.annotations.Nullable;

/** The values a test accepts, as stretches of the ordered values of its column, for one case. */
record Accepted(List<Stretch> stretches) {

    /** A bound that is null is none. */
    record Stretch(
            @Nullable Object low, boolean lowIn, @Nullable Object high, boolean highIn) {

        boolean empty() {
            if (low == null || high == null) {
                return false;
            }
            int order = Evaluator.order(low, high);
            return order > 0 || order == 0 && !(lowIn && highIn);
        }
    }

    private static final Stretch EVERYTHING = new Stretch(null, false, null, false);

    /** Null where the test is of a form without distances. */
    static @Nullable Accepted of(Test test, Evaluator.Run run) {
        List<Stretch> stretches = stretches(test, run);
        return stretches == null ? null : new Accepted(stretches);
    }

    private static @Nullable List<Stretch> stretches(Test test, Evaluator.Run run) {
        return switch (test) {
            case Test.Anything ignored -> List.of(EVERYTHING);
            case Test.Compared(Test.Relation relation, Expr bound) -> compared(relation, run.value(bound));
            case Test.Within(boolean lowIn, Expr low, Expr high, boolean highIn) ->
                within(
                        new Stretch(
                                low == null ? null : run.value(low),
                                lowIn,
                                high == null ? null : run.value(high),
                                highIn),
                        low != null,
                        high != null);
            case Test.AnyOf(List<Test> tests) -> {
                List<Stretch> all = new ArrayList<>();
                for (Test one : tests) {
                    List<Stretch> part = stretches(one, run);
                    if (part == null) {
                        yield null;
                    }
                    all.addAll(part);
                }
                yield all;
            }
            case Test.Not(Test negated) -> {
                List<Stretch> inside = stretches(negated, run);
                yield inside == null ? null : complement(inside);
            }
            case Test.Other ignored -> null;
        };
    }

    private static List<Stretch> compared(Test.Relation relation, @Nullable Object bound) {
        if (bound == null || bound instanceof Boolean) {
            return List.of();
        }
        return switch (relation) {
            case BELOW -> List.of(new Stretch(null, false, bound, false));
            case AT_MOST -> List.of(new Stretch(null, false, bound, true));
            case ABOVE -> List.of(new Stretch(bound, false, null, false));
            case AT_LEAST -> List.of(new Stretch(bound, true, null, false));
            case SAME -> List.of(new Stretch(bound, true, bound, true));
            case OTHER -> List.of(new Stretch(null, false, bound, false), new Stretch(bound, false, null, false));
        };
    }

    private static List<Stretch> within(Stretch stretch, boolean hasLow, boolean hasHigh) {
        return hasLow && stretch.low == null || hasHigh && stretch.high == null || stretch.empty()
                ? List.of()
                : List.of(stretch);
    }

    private static List<Stretch> complement(List<Stretch> stretches) {
        List<Stretch> left = List.of(EVERYTHING);
        for (Stretch taken : stretches) {
            List<Stretch> next = new ArrayList<>();
            for (Stretch one : left) {
                if (taken.low != null) {
                    next.add(below(one, taken.low, !taken.lowIn));
                }
                if (taken.high != null) {
                    next.add(above(one, taken.high, !taken.highIn));
                }
            }
            left = next.stream().filter(stretch -> !stretch.empty()).toList();
        }
        return left;
    }

    private static Stretch below(Stretch one, Object bound, boolean in) {
        boolean tighter = one.high == null || Evaluator.order(bound, one.high) < 0;
        return tighter ? new Stretch(one.low, one.lowIn, bound, in) : one;
    }

    private static Stretch above(Stretch one, Object bound, boolean in) {
        boolean tighter = one.low == null || Evaluator.order(bound, one.low) > 0;
        return tighter ? new Stretch(bound, in, one.high, one.highIn) : one;
    }

    /** The end of a stretch on the way from the value into it. */
    record End(Object bound, boolean in, boolean up) {}

    /** The ends that can be reached from the value, one for each stretch: the nearest first by the order given. */
    List<End> ends(Object value, Comparator<End> nearest) {
        List<End> ends = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.low != null && Evaluator.order(value, stretch.low) <= 0) {
                ends.add(new End(stretch.low, stretch.lowIn, true));
            } else if (stretch.high != null && Evaluator.order(value, stretch.high) >= 0) {
                ends.add(new End(stretch.high, stretch.highIn, false));
            }
        }
        ends.sort(nearest);
        return ends;
    }
}
