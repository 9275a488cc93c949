package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.stacking.BookLaws;

/** The curve of several clauses for one subject, as they add up under the laws of their book. */
public final class BundleCurve {

    private BundleCurve() {}

    /** As {@link ClauseCurve#of}; rights and qualifications count nothing, what was paid earlier is left out. */
    public static Curve of(
            List<PolicyClause> clauses,
            PolicyBook book,
            Subject subject,
            LocalDate day,
            DrivingFact over,
            CurveRange range) {
        List<ClauseOverFigure> each = clauses.stream()
                .map(clause -> new ClauseOverFigure(clause, book, subject, day, over))
                .toList();
        Scale scale = new Scale(over.places());
        long first = range.first(scale);
        BigDecimal own = subject.facts().get(over.name()) instanceof BigDecimal value ? value : null;
        boolean exact = true;
        List<ClausePieces> walks = new ArrayList<>();
        List<ClauseOverFigure> measured = new ArrayList<>();
        List<Long> bounds = new ArrayList<>();
        for (ClauseOverFigure one : each) {
            try {
                ClausePieces walk = new ClausePieces(one, over.name());
                bounds.addAll(ClauseCurve.bounds(walk, first, CurveRange.furthest(over)));
                walks.add(walk);
            } catch (NotInPieces curved) {
                exact = false;
                measured.add(one);
            }
        }
        long last = range.last(scale, bounds, own);
        TreeSet<Long> starts = new TreeSet<>(List.of(first));
        BigDecimal slack = BigDecimal.ZERO;
        for (ClausePieces walk : walks) {
            for (Piece piece : walk.walk(first, last, ClauseCurve.MOST_PIECES)) {
                starts.add(piece.from());
                slack = slack.max(piece.line().slack());
            }
        }
        measured.forEach(one ->
                Measured.pieces(one::at, scale, first, last).forEach(piece -> starts.add(piece.from())));
        BundleOverFigure bundle = new BundleOverFigure(each, BookLaws.of(book, day));
        List<Piece> pieces = exact
                ? new BundlePieces(bundle::at, scale, slack).pieces(starts, last)
                : Measured.pieces(bundle::at, scale, first, last);
        Stretches stretches = new Stretches(pieces, bundle::at, scale);
        return new Curve(
                clauses.stream().map(PolicyClause::id).toList(),
                over,
                exact,
                stretches.segments(),
                stretches.jumps());
    }
}
