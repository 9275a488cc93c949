package org.diaodu.server.policies.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.diaodu.policy.book.Terms;
import org.diaodu.policy.budget.Allocation;
import org.diaodu.policy.budget.Claim;
import org.diaodu.policy.budget.Share;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.Payment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Promises money of the budgets, by clause and always in the same order, so that two who approve at once do not cross. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Commitments {

    private final Budgets budgets;
    private final PaymentRows payments;
    private final EntitlementRows rows;
    private final ClausesInForce clauses;

    Commitments(Budgets budgets, PaymentRows payments, EntitlementRows rows, ClausesInForce clauses) {
        this.budgets = budgets;
        this.payments = payments;
        this.rows = rows;
        this.clauses = clauses;
    }

    private record Pot(String clause, int year) implements Comparable<Pot> {
        @Override
        public int compareTo(Pot other) {
            int order = clause.compareTo(other.clause);
            return order == 0 ? Integer.compare(year, other.year) : order;
        }
    }

    /** What each of these gets of what is left, by number; the budgets stay locked until the transaction ends. */
    Map<String, Share> promise(List<Entitlement> entitlements) {
        Map<Pot, List<Entitlement>> pots = new TreeMap<>();
        entitlements.forEach(one -> pots.computeIfAbsent(new Pot(one.clause(), one.year()), pot -> new ArrayList<>())
                .add(one));
        Map<String, Share> shares = new HashMap<>();
        pots.forEach((pot, of) -> {
            Optional<Budgets.OfClause> budget = budgets.lock(pot.clause(), pot.year());
            if (budget.isEmpty()) {
                of.forEach(one -> shares.put(one.number(), Share.of(dueFen(one), dueFen(one))));
                return;
            }
            Allocation allocation = Allocation.of(
                    budget.get().budget(),
                    budget.get().distribution(),
                    of.stream().map(Commitments::claim).toList());
            budgets.commit(pot.clause(), pot.year(), allocation.totalFen());
            shares.putAll(allocation.shares());
        });
        return shares;
    }

    private static Claim claim(Entitlement one) {
        return new Claim(
                one.number(),
                Objects.requireNonNullElse(one.dates().consented(), one.dates().found()),
                one.priority(),
                dueFen(one));
    }

    private static long dueFen(Entitlement one) {
        return Objects.requireNonNull(one.dueFen());
    }

    /** Makes the payments of what was granted: the first is due, the others wait for their milestones. */
    void plan(Entitlement one, long grantedFen) {
        rows.grant(one, grantedFen);
        for (Instalments.Part part : Instalments.of(grantedFen, terms(one))) {
            payments.insert(one, part, part.number() == 1 ? Payment.State.DUE : Payment.State.PLANNED);
        }
    }

    Terms terms(Entitlement one) {
        return clauses.on(one.clauseFrom())
                .clause(one.clause(), one.clauseFrom())
                .terms();
    }

    /** Cancels what is not paid yet and gives its money back to the budget. */
    void release(Entitlement one, String words) {
        List<Payment> open = payments.of(one).stream()
                .filter(payment -> switch (payment.state()) {
                    case PLANNED, DUE -> true;
                    case SENT, PAID, RETURNED, CANCELLED -> false;
                })
                .toList();
        open.forEach(payment -> payments.move(payment, Payment.State.CANCELLED, null, words, null));
        long paid = payments.of(one).stream()
                .filter(payment -> payment.state() == Payment.State.PAID)
                .mapToLong(Payment::amountFen)
                .sum();
        Long granted = one.grantedFen();
        if (granted != null
                && granted > paid
                && budgets.lock(one.clause(), one.year()).isPresent()) {
            budgets.commit(one.clause(), one.year(), paid - granted);
        }
        if (paid > 0) rows.grant(one, paid);
    }
}
