package org.diaodu.policy.book;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a clause's {@code terms.yaml} says beside its rule: whom it is for, who holds the facts, how it is paid. Money is in
 * yuan, shares are fractions of 1.
 *
 * @param regions GB/T 2260 codes; a subject in or below one of them is in scope; empty for the whole nation
 * @param workingDays the limit of a quick application; null where nobody applies
 * @param facts by the name of the model's input, in the order of the file
 * @param shares of the levels of government, by level; empty where the text does not say
 * @param schedule the payments; empty where all is paid at once
 * @param groups of the book's {@code stacking.yaml} it belongs to
 * @param priority smaller goes first
 * @param addedTo clauses it may be added to although they share a group
 * @param field what it is meant to further; null where the file does not say
 */
public record Terms(
        BenefitKind kind,
        SubjectKind subject,
        String issuer,
        IssuerLevel level,
        List<String> regions,
        Delivery delivery,
        @Nullable Integer workingDays,
        Map<String, Fact> facts,
        Map<String, BigDecimal> shares,
        List<Instalment> schedule,
        List<String> groups,
        int priority,
        Once once,
        List<String> addedTo,
        @Nullable Supplement supplement,
        @Nullable BudgetTerms budget,
        @Nullable Clawback clawback,
        @Nullable PolicyField field) {

    static final int DEFAULT_PRIORITY = 100;

    public Terms {
        regions = List.copyOf(regions);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        schedule = List.copyOf(schedule);
        groups = List.copyOf(groups);
        addedTo = List.copyOf(addedTo);
    }

    /** A payment that falls due at a milestone. */
    public record Instalment(String milestone, BigDecimal share) {}

    /**
     * What another clause pays to the same subject, and a share of it on top.
     *
     * @param cap in yuan, or null
     */
    public record Supplement(
            String clause, BigDecimal rate, @Nullable BigDecimal cap) {}

    /** What may be spent, in yuan, and who goes first. */
    public record BudgetTerms(BigDecimal amount, BudgetOrder order) {}

    /** For how many months, and on what condition, what was paid may be asked back. */
    public record Clawback(int months, String condition) {}
}
