package org.diaodu.server.policies.web;

import java.util.List;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.words.Quantity;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementEvent;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.EntitlementVerb;
import org.diaodu.server.policies.Payment;
import org.jspecify.annotations.Nullable;

/**
 * An entitlement on its way, as the enterprise follows it.
 *
 * @param clerk who looks, as whom to call about an objection
 * @param stale the version it has now, when somebody changed it meanwhile
 * @param refused why a step was not possible
 */
public record ParcelView(
        Entitlement one,
        PolicyClause clause,
        List<EntitlementEvent> timeline,
        List<Payment> payments,
        String clerk,
        Typed typed,
        @Nullable Integer stale,
        @Nullable Explanation refused) {

    public boolean may(EntitlementVerb verb) {
        return one.state().possible().contains(verb);
    }

    public String amount(PageContext page, @Nullable Long fen) {
        return fen == null ? "" : new Quantity(OfferReading.language(page)).fen(fen);
    }

    /** What is wrong with a field of the objection, as a message key; "" if nothing is. */
    public String objectionFault(String field) {
        return typed.fault(
                "OBJECT",
                switch (field) {
                    case "name" -> "contactName";
                    case "phone" -> "contactPhone";
                    default -> field;
                });
    }

    /** The amount as it stands: what was granted, or else what is due. */
    public @Nullable Long fen() {
        return one.grantedFen() == null ? one.dueFen() : one.grantedFen();
    }

    /** The appeal an objection became; empty where there is none. */
    public String appeal() {
        return one.state() instanceof EntitlementState.Objected(String appeal) ? appeal : "";
    }

    public String title(PageContext page) {
        return page.isEnglish() && !one.titleEn().isEmpty() ? one.titleEn() : one.title();
    }
}
