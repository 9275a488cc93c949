package org.diaodu.server.policies.delivery.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Role;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementEvent;
import org.diaodu.server.policies.EntitlementVerb;
import org.diaodu.server.policies.Payment;
import org.jspecify.annotations.Nullable;

/**
 * What an entitlement's page shows.
 *
 * @param verbs what the caller can do on this page now
 * @param officer whether the caller delivers
 * @param own whether it is the clerk's own enterprise
 * @param stale the version the caller had, when somebody changed it meanwhile
 * @param refused why a step was not possible
 */
public record EntitlementView(
        Entitlement one,
        List<EntitlementEvent> timeline,
        List<Payment> payments,
        List<EntitlementVerb> verbs,
        boolean officer,
        boolean own,
        LocalDate today,
        Typed typed,
        @Nullable Integer stale,
        @Nullable Explanation refused) {

    private static final Set<EntitlementVerb> OF_THE_ENTERPRISE =
            EnumSet.of(EntitlementVerb.CONSENT, EntitlementVerb.DECLINE, EntitlementVerb.OBJECT);
    private static final Set<EntitlementVerb> OF_OFFICERS = EnumSet.of(
            EntitlementVerb.CONSENT,
            EntitlementVerb.SETTLE,
            EntitlementVerb.LAPSE,
            EntitlementVerb.GIVE_UP,
            EntitlementVerb.RECLAIM,
            EntitlementVerb.REFUND);

    static List<EntitlementVerb> verbs(Entitlement one, Caller caller) {
        List<EntitlementVerb> verbs = new ArrayList<>();
        for (EntitlementVerb verb : one.state().possible()) {
            boolean enterprise = caller.enterpriseId() != null && OF_THE_ENTERPRISE.contains(verb);
            boolean officer = caller.has(Role.POLICY) && OF_OFFICERS.contains(verb);
            boolean inTime = verb != EntitlementVerb.RECLAIM || one.dates().reclaimableUntil() != null;
            if ((enterprise || officer) && inTime) verbs.add(verb);
        }
        return verbs;
    }

    /** The last step, to be told to whom it overtook. */
    public EntitlementEvent last() {
        return timeline.getLast();
    }

    public long paidFen() {
        return payments.stream()
                .filter(payment -> payment.state() == Payment.State.PAID)
                .mapToLong(Payment::amountFen)
                .sum();
    }
}
