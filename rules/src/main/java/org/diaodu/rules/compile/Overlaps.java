package org.diaodu.rules.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.compile.Disjoint.Bound;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Call;
import org.diaodu.rules.typed.Op;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of conditions that may hold together, without looking at every pair: the values of one subject are swept
 * from the least to the greatest, and only conditions that are open at the same time are compared.
 */
final class Overlaps {

    private static final int FEW = 64;

    private Overlaps() {}

    /** Takes a pair of positions, and says whether to go on. */
    interface Pairs {
        boolean of(int i, int j);
    }

    /** False where the taker did not want to go on. */
    static boolean among(List<Expr> conditions, Pairs pairs) {
        if (conditions.size() <= FEW) {
            return everyPair(conditions, pairs);
        }
        List<Span> best = null;
        long least = Long.MAX_VALUE;
        for (Map<Integer, List<Span>> spans : bySubject(conditions)) {
            List<Span> whole = withOpen(spans, conditions.size());
            long meetings = meetings(whole);
            if (meetings < least) {
                least = meetings;
                best = whole;
            }
        }
        return best == null ? everyPair(conditions, pairs) : swept(best, conditions, pairs);
    }

    private static boolean everyPair(List<Expr> conditions, Pairs pairs) {
        for (int i = 0; i < conditions.size(); i++) {
            for (int j = i + 1; j < conditions.size(); j++) {
                if (!Disjoint.are(conditions.get(i), conditions.get(j)) && !pairs.of(i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A stretch of the subject's values that one condition allows; a bound that is null is none. */
    private record Span(
            int condition, @Nullable Object low, @Nullable Object high) {}

    private static List<Map<Integer, List<Span>>> bySubject(List<Expr> conditions) {
        Map<Expr, Map<Integer, List<Span>>> all = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            Map<Expr, Span> single = new LinkedHashMap<>();
            for (Expr part : Disjoint.parts(conditions.get(i))) {
                List<Bound> bounds = alternatives(part);
                if (bounds.isEmpty()) {
                    continue;
                }
                Expr subject = bounds.getFirst().subject();
                if (bounds.size() == 1) {
                    Span span = new Span(
                            i, bounds.getFirst().low(), bounds.getFirst().high());
                    single.merge(subject, span, Overlaps::narrowed);
                } else {
                    int at = i;
                    all.computeIfAbsent(subject, key -> new LinkedHashMap<>())
                            .putIfAbsent(
                                    i,
                                    bounds.stream()
                                            .map(bound -> new Span(at, bound.low(), bound.high()))
                                            .toList());
                }
            }
            int at = i;
            single.forEach((subject, span) ->
                    all.computeIfAbsent(subject, key -> new LinkedHashMap<>()).putIfAbsent(at, List.of(span)));
        }
        return List.copyOf(all.values());
    }

    private static Span narrowed(Span a, Span b) {
        Object low = a.low == null || b.low != null && order(b.low, a.low) > 0 ? b.low : a.low;
        Object high = a.high == null || b.high != null && order(b.high, a.high) < 0 ? b.high : a.high;
        return new Span(a.condition, low, high);
    }

    /** A bound, or the bounds of a list of values of one subject. */
    private static List<Bound> alternatives(Expr part) {
        if (!(part instanceof Call call) || call.op() != Op.OR) {
            Bound bound = Disjoint.bound(part);
            return bound == null ? List.of() : List.of(bound);
        }
        List<Bound> bounds = new ArrayList<>();
        for (Expr arg : call.args()) {
            List<Expr> parts = Disjoint.parts(arg);
            Bound bound = parts.size() == 1 ? Disjoint.bound(parts.getFirst()) : null;
            if (bound == null || !bounds.isEmpty() && bounds.getFirst().subject() != bound.subject()) {
                return List.of();
            }
            bounds.add(bound);
        }
        return bounds;
    }

    private static List<Span> withOpen(Map<Integer, List<Span>> spans, int conditions) {
        List<Span> all = new ArrayList<>();
        for (int i = 0; i < conditions; i++) {
            all.addAll(spans.getOrDefault(i, List.of(new Span(i, null, null))));
        }
        all.sort((a, b) -> a.low == null ? b.low == null ? 0 : -1 : b.low == null ? 1 : order(a.low, b.low));
        return all;
    }

    private static int order(Object a, Object b) {
        return a.getClass() == b.getClass()
                ? Evaluator.order(a, b)
                : a.getClass().getName().compareTo(b.getClass().getName());
    }

    private static boolean over(Span open, Span next) {
        return open.high != null && next.low != null && order(open.high, next.low) < 0;
    }

    private static long meetings(List<Span> spans) {
        List<Object> ends = new ArrayList<>();
        spans.forEach(span -> {
            if (span.high != null) {
                ends.add(span.high);
            }
        });
        ends.sort(Overlaps::order);
        long meetings = 0;
        int ended = 0;
        int begun = 0;
        for (Span span : spans) {
            while (ended < ends.size() && span.low != null && order(ends.get(ended), span.low) < 0) {
                ended++;
            }
            meetings += begun - Math.min(begun, ended);
            begun++;
        }
        return meetings;
    }

    private static boolean swept(List<Span> spans, List<Expr> conditions, Pairs pairs) {
        List<Span> open = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (Span span : spans) {
            open.removeIf(other -> over(other, span));
            for (Span other : open) {
                int i = Math.min(other.condition, span.condition);
                int j = Math.max(other.condition, span.condition);
                if (i != j
                        && seen.add((long) i * conditions.size() + j)
                        && !Disjoint.are(conditions.get(i), conditions.get(j))
                        && !pairs.of(i, j)) {
                    return false;
                }
            }
            open.add(span);
        }
        return true;
    }
}
