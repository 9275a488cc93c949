package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Program;
import org.jspecify.annotations.Nullable;

/** A clause's expressions made ready for one subject after another. Immutable. */
final class ClauseProgram implements ByLine {

    private final ClauseExpressions clause;
    private final Program program;
    private final long[] rows;
    private final Expr[] conditions;
    private final int[] asked;

    /** @param positions where in a subject's array each fact stands, and {@link ClauseExpressions#REGION} */
    ClauseProgram(ClauseExpressions clause, Map<String, Integer> positions) {
        this.clause = clause;
        List<Expr> roots = new ArrayList<>(List.of(clause.verdict(), clause.verdictWhereKnown(), clause.missing()));
        if (clause.fen() != null) {
            roots.add(clause.fen());
        }
        if (clause.grade() != null) {
            roots.add(clause.grade());
        }
        this.rows = clause.rows().stream().mapToLong(Long::longValue).toArray();
        long bits = 0;
        for (long row : rows) {
            bits |= row;
        }
        this.conditions = clause.bits()
                .subList(0, Long.SIZE - Long.numberOfLeadingZeros(bits))
                .toArray(Expr[]::new);
        roots.addAll(List.of(conditions));
        this.program = Program.of(roots, positions);
        this.asked = positions.values().stream()
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }

    @Override
    public VerdictLine verdict(@Nullable Object[] line) {
        Program.Run run = program.run(line);
        Said said = Said.of(number(run, isKnown(line) ? clause.verdictWhereKnown() : clause.verdict())
                .intValueExact());
        return switch (said) {
            case ENTITLED ->
                VerdictLine.entitled(
                        clause.fen() == null ? null : number(run, clause.fen()).longValueExact(),
                        clause.grade() == null ? null : (String) run.value(clause.grade()));
            case NEEDS_FACTS -> VerdictLine.needs(number(run, clause.missing()).longValueExact());
            case NOT_ENTITLED -> VerdictLine.notEntitled(rows.length == 0 ? VerdictLine.NONE : unmet(run));
            default -> VerdictLine.of(said);
        };
    }

    private boolean isKnown(@Nullable Object[] line) {
        for (int at : asked) {
            if (line[at] == null) {
                return false;
            }
        }
        return true;
    }

    private int unmet(Program.Run run) {
        long met = 0;
        for (int i = 0; i < conditions.length; i++) {
            met |= Boolean.TRUE.equals(run.value(conditions[i])) ? 1L << i : 0;
        }
        int least = Integer.MAX_VALUE;
        for (long row : rows) {
            least = Math.min(least, Long.bitCount(row & ~met));
        }
        return least;
    }

    private static BigDecimal number(Program.Run run, Expr expr) {
        return (BigDecimal) Objects.requireNonNull(run.value(expr));
    }
}
