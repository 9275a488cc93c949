package org.diaodu.policy.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.match.Matched;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.Verdict;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.match.Verdict.OutOfScope;
import org.jspecify.annotations.Nullable;

/** A subject as it is and as it might be, under the same clauses on the same day. */
public final class WhatIf {

    private WhatIf() {}

    /** What one clause says now and would say then. */
    public record Effect(Matched now, Matched then) {

        /** Whether a right or an amount comes, goes or changes, or the answer is another. */
        public boolean isChange() {
            Verdict before = now.verdict();
            Verdict after = then.verdict();
            if (before instanceof Entitled(BigDecimal had, String wasGrade)
                    && after instanceof Entitled(BigDecimal has, String isGrade)) {
                return !java.util.Objects.equals(had, has) || !java.util.Objects.equals(wasGrade, isGrade);
            }
            return before.getClass() != after.getClass();
        }

        /** What it gives more, in yuan; negative where it gives less; 0 for rights. */
        public BigDecimal difference() {
            return amount(then.verdict()).subtract(amount(now.verdict()));
        }

        private static BigDecimal amount(Verdict verdict) {
            return verdict instanceof Entitled entitled && entitled.amount() != null
                    ? entitled.amount()
                    : BigDecimal.ZERO;
        }
    }

    /** The subject with some facts as given; a null takes a fact away. */
    public static Subject changed(Subject subject, Map<String, ? extends @Nullable Object> facts) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(subject.facts());
        all.putAll(facts);
        return new Subject(subject.kind(), subject.region(), all);
    }

    /** Every clause that speaks of the subject, now or then, in the order given. */
    public static List<Effect> of(List<OneMatch> clauses, Subject now, Subject then, LocalDate day) {
        List<Effect> effects = new ArrayList<>();
        for (OneMatch clause : clauses) {
            Matched before = clause.match(now, day);
            Matched after = clause.match(then, day);
            if (!(before.verdict() instanceof OutOfScope && after.verdict() instanceof OutOfScope)) {
                effects.add(new Effect(before, after));
            }
        }
        return effects;
    }
}
