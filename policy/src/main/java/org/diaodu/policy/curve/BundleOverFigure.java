package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.stacking.BestBundle;
import org.diaodu.policy.stacking.BookLaws;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.policy.stacking.Claims;

/** Several clauses for one subject, together as the laws of their book let them add up. */
final class BundleOverFigure {

    private static final String PROJECT = "1";

    private final List<ClauseOverFigure> clauses;
    private final BookLaws laws;
    private final Map<Long, Benefit> known = new HashMap<>();

    BundleOverFigure(List<ClauseOverFigure> clauses, BookLaws laws) {
        this.clauses = clauses;
        this.laws = laws;
    }

    Benefit at(long position) {
        return known.computeIfAbsent(position, this::benefit);
    }

    /** As long as one of the clauses cannot be told, the sum cannot. */
    private Benefit benefit(long position) {
        List<Candidate> candidates = new ArrayList<>();
        Shape none = Shape.OUT_OF_SCOPE;
        for (ClauseOverFigure clause : clauses) {
            Benefit one = clause.at(position);
            if (!one.shape().known()) {
                String id = clause.clause().id();
                return new Benefit(
                        one.shape(),
                        Benefit.NOTHING,
                        one.said().stream().map(text -> id + ": " + text).toList());
            }
            if (one.shape() == Shape.FIXED) {
                SubjectKind kind = clause.clause().terms().subject();
                candidates.add(new Candidate(
                        clause.clause().id(),
                        kind == SubjectKind.ENTERPRISE ? null : PROJECT,
                        one.yuan().movePointRight(2).longValueExact()));
            }
            none = one.shape() == Shape.OUT_OF_SCOPE ? none : Shape.NOT_ENTITLED;
        }
        if (candidates.isEmpty()) {
            return Benefit.none(none);
        }
        Map<String, Long> limits = laws.limitsFen(clauses.getFirst().subjectFacts(position));
        long total = BestBundle.of(laws.laws(), new Claims(candidates, List.of(), limits)).totalFen();
        return total == 0
                ? Benefit.none(Shape.NOT_ENTITLED)
                : new Benefit(Shape.FIXED, BigDecimal.valueOf(total, 2), List.of());
    }
}
