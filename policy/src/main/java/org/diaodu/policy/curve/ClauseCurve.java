package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Subject;
import org.diaodu.rules.model.Place;

/** The curve of one clause for one subject. */
public final class ClauseCurve {

    static final int MOST_PIECES = 5_000;
    private static final int LOOKED_AT = 500;

    private ClauseCurve() {}

    /**
     * The benefit of the clause to the subject on this day over a figure; what the subject's own value of it is does not
     * matter but for the range.
     *
     * @throws PolicyFault {@code policy.range} where there are more than {@value #MOST_PIECES} pieces, and as a match does
     */
    public static Curve of(
            PolicyClause clause,
            PolicyBook book,
            Subject subject,
            LocalDate day,
            DrivingFact over,
            CurveRange range) {
        ClauseOverFigure figures = new ClauseOverFigure(clause, book, subject, day, over);
        Scale scale = figures.scale();
        BigDecimal own = subject.facts().get(over.name()) instanceof BigDecimal value ? value : null;
        long first = range.first(scale);
        List<Piece> pieces;
        boolean exact = true;
        long last;
        try {
            ClausePieces walk = new ClausePieces(figures, over.name());
            last = range.last(scale, bounds(walk, first, CurveRange.furthest(over)), own);
            pieces = walk.walk(first, last, MOST_PIECES);
        } catch (NotInPieces curved) {
            exact = false;
            last = range.last(scale, List.of(), own);
            pieces = Measured.pieces(figures::at, scale, first, last);
        }
        if (pieces.getLast().to() < last) {
            throw new PolicyFault(
                    "policy.range",
                    Place.of(clause.label()),
                    "“" + over.name() + "”在此范围内有超过 " + MOST_PIECES + " 段。建议：用 --from、--to 取小一些的范围。",
                    "there are more than " + MOST_PIECES + " pieces over \"" + over.name()
                            + "\" in this range. Maybe take a smaller one by --from and --to.");
        }
        Stretches stretches = new Stretches(pieces, figures::at, scale);
        return new Curve(List.of(clause.id()), over, exact, stretches.segments(), stretches.jumps());
    }

    /** Where, over all the figure can be, something begins or ends. */
    static List<Long> bounds(ClausePieces walk, long first, long furthest) {
        return walk.walk(first, Math.max(first, furthest), LOOKED_AT).stream()
                .skip(1)
                .map(Piece::from)
                .toList();
    }
}
