package org.diaodu.policy.curve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.compile.Staged;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/**
 * Walks a clause from piece to piece, as its formulas say. What they propose is held against the match itself at both ends of
 * each piece; where the two differ the match is right and the piece is cut.
 */
final class ClausePieces {

    private static final BigDecimal FEN = new BigDecimal("0.006");

    private final ClauseOverFigure clause;
    private final String figure;
    private final Compiled compiled;
    private final Expr answer;
    private final Evaluator.Case facts;
    private final Map<Expr, Boolean> moving = new IdentityHashMap<>();

    /** Throws {@link NotInPieces} where the clause is not compiled. */
    ClausePieces(ClauseOverFigure clause, String figure) {
        this.clause = clause;
        this.figure = figure;
        Map<String, @Nullable Object> kept = new HashMap<>();
        clause.facts().forEach((name, value) -> kept.put(name, Values.kept(value)));
        this.facts = kept::get;
        PolicyClause one = clause.clause();
        Columns columns = path -> wider(one, path, kept.get(path));
        if (!(new ModelCompiler(one.model(), columns).compile(one.text().decision())
                        instanceof Outcome.Carried(Compiled carried))
                || !(carried.value() instanceof Staged.Scalar(Expr expr))) {
            throw new NotInPieces(one.id());
        }
        this.compiled = carried;
        this.answer = expr;
    }

    /** No figure is rounded before it is judged. */
    private static @Nullable Type wider(PolicyClause clause, String path, @Nullable Object value) {
        if (!(value instanceof BigDecimal number)) {
            return null;
        }
        return new ModelCompiler(clause.model(), Columns.declared())
                .inputs(clause.text().decision()).stream()
                        .filter(input -> input.path().equals(path) && !input.type().real())
                        .map(input -> {
                            Type given = Type.of(input.type().kind(), number);
                            int scale = Math.max(given.scale(), input.type().scale());
                            int whole = Math.max(given.whole(), input.type().whole());
                            return Type.decimal(input.type().kind(), whole + scale, scale);
                        })
                        .findFirst()
                        .orElse(null);
    }

    /** The pieces from one position to another, at most so many. */
    List<Piece> walk(long from, long to, int most) {
        List<Piece> pieces = new ArrayList<>();
        long at = from;
        while (at <= to && pieces.size() < most) {
            Piece piece = piece(at, to);
            pieces.add(piece);
            if (piece.to() == to) {
                break;
            }
            at = piece.to() + 1;
        }
        return pieces;
    }

    private Piece piece(long from, long end) {
        Tracing tracing = new Tracing(figure, clause.scale(), from, end, facts, moving);
        Affine line = tracing.follow(answer);
        boolean capped = tracing.capped();
        boolean floored = tracing.floored();
        compiled.tables().forEach(table -> {
            table.columns().forEach(column -> tracing.follow(column.missing()));
            table.conditions().forEach(condition -> tracing.follow(condition.holds()));
        });
        Benefit here = clause.at(from);
        BigDecimal unit = clause.clause().unit() == null
                ? BigDecimal.ONE
                : clause.clause().unit().inYuan();
        boolean pays = here.shape() == Shape.FIXED || here.shape() == Shape.BELOW_FLOOR && line != null && !line.flat();
        Affine yuan = pays && line != null ? line.times(unit) : Affine.of(here.yuan());
        if (pays) {
            here = new Benefit(Shape.FIXED, here.yuan(), List.of()); // what is less than half a fen is on the line as well
        }
        if (!agrees(yuan, here, from)) {
            return new Piece(from, from, here, Affine.of(here.yuan()), false, false, false);
        }
        return new Piece(from, lastAgreeing(yuan, here, from, tracing.last()), here, yuan, capped, floored, false);
    }

    private long lastAgreeing(Affine line, Benefit here, long from, long last) {
        if (agrees(line, here, last)) {
            return last;
        }
        long good = from;
        long bad = last;
        while (bad - good > 1) {
            long middle = good + (bad - good) / 2;
            if (agrees(line, here, middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    private boolean agrees(Affine line, Benefit here, long position) {
        Benefit benefit = clause.at(position);
        BigDecimal off = benefit.yuan().subtract(line.at(clause.scale().figure(position)));
        return alike(benefit, here) && off.abs().compareTo(line.slack().add(FEN)) <= 0;
    }

    private static boolean alike(Benefit a, Benefit b) {
        return a.sameKind(b) || b.shape() == Shape.FIXED && a.shape() == Shape.BELOW_FLOOR;
    }
}
