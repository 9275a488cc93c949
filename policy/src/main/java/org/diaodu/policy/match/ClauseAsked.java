package org.diaodu.policy.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.BulkVerdict.Said;
import org.diaodu.rules.reasons.NearMiss;
import org.jspecify.annotations.Nullable;

/** A clause outside the bulk profile, asked one subject after another as {@link OneMatch} asks. */
record ClauseAsked(OneMatch match, PolicyClause clause, ReadySubjects subjects, LocalDate day) implements ByLine {

    @Override
    public VerdictLine verdict(@Nullable Object[] line) {
        Verdict verdict;
        try {
            verdict = match.match(subjects.subject(line), day).verdict();
        } catch (PolicyFault fault) {
            return VerdictLine.of(Said.FAULT);
        }
        return switch (verdict) {
            case Verdict.Entitled(BigDecimal amount, String grade) ->
                VerdictLine.entitled(
                        amount == null ? null : amount.movePointRight(2).longValueExact(), grade);
            case Verdict.NeedsFacts needs -> VerdictLine.needs(bits(needs.missing()));
            case Verdict.NotEntitled not
            when !not.nothingDue() ->
                VerdictLine.notEntitled(
                        not.nearMisses().isEmpty()
                                ? VerdictLine.NONE
                                : unmet(not.nearMisses().getFirst()));
            default -> VerdictLine.of(Said.of(verdict));
        };
    }

    private static int unmet(NearMiss miss) {
        return miss.shortfalls().size() + miss.missing().size();
    }

    private long bits(List<MissingFact> missing) {
        List<String> facts = List.copyOf(clause.terms().facts().keySet());
        long bits = 0;
        for (MissingFact fact : missing) {
            int at = facts.indexOf(fact.name());
            bits |= at < 0 ? 1 : 1L << at + 1;
        }
        return bits;
    }
}
