package org.diaodu.policy.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.policy.match.Subject;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.rules.reasons.Change;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.rules.reasons.Shortfall;
import org.jspecify.annotations.Nullable;

/**
 * What a subject gets once it has made good what a row wants, all else as it is.
 *
 * @param changed the facts as they would have to be
 * @param amount in yuan; null where the clause gives a right or a qualification
 */
public record Reach(Map<String, Object> changed, @Nullable BigDecimal amount) {

    public Reach {
        changed = Map.copyOf(changed);
    }

    /** Null where what is wanted cannot be said as values of single facts, or would not be enough. */
    public static @Nullable Reach of(OneMatch match, Subject subject, NearMiss miss, LocalDate day) {
        Map<String, Object> changed = new LinkedHashMap<>();
        for (Shortfall shortfall : miss.shortfalls()) {
            if (!makeGood(shortfall, subject, changed)) {
                return null;
            }
        }
        return match.match(WhatIf.changed(subject, changed), day).verdict() instanceof Entitled entitled
                ? new Reach(changed, entitled.amount())
                : null;
    }

    private static boolean makeGood(Shortfall shortfall, Subject subject, Map<String, Object> changed) {
        List<Change.OfInput> inputs = shortfall.ofInputs();
        if (!inputs.isEmpty()) {
            Change.OfInput first = inputs.getFirst();
            changed.put(first.input(), first.change().to());
            return true;
        }
        if (!subject.facts().containsKey(shortfall.column())) {
            return false;
        }
        Object wanted = wanted(shortfall.change());
        if (wanted != null) {
            changed.put(shortfall.column(), wanted);
        }
        return wanted != null;
    }

    private static @Nullable Object wanted(Change change) {
        return switch (change) {
            case Change.Number number -> number.beyond() ? null : number.to();
            case Change.Date date -> date.to();
            case Change.Truth(boolean needed) -> needed;
            case Change.OneOf(List<Object> accepted) -> accepted.isEmpty() ? null : accepted.getFirst();
            case Change.NoneOf ignored -> null;
            case Change.Holding ignored -> null;
        };
    }
}
