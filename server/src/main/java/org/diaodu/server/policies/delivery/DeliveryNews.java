package org.diaodu.server.policies.delivery;

import org.diaodu.server.access.Addressees;
import org.diaodu.server.notices.Notices;
import org.diaodu.server.notices.Telling;
import org.diaodu.server.policies.Entitlement;
import org.springframework.stereotype.Component;

/** Tells the clerks of an enterprise what happened to what it is due. */
@Component
class DeliveryNews {

    private static final String TOPIC = "entitlement";

    private final Addressees addressees;
    private final Notices notices;

    DeliveryNews(Addressees addressees, Notices notices) {
        this.addressees = addressees;
        this.notices = notices;
    }

    /** Whether anybody of the enterprise has an account. */
    boolean canBeTold(Entitlement one) {
        return !addressees.ofEnterprise(one.subject().id().enterprise()).isEmpty();
    }

    /**
     * Tells it once.
     *
     * @param what tells it from the other news of the entitlement
     */
    void tell(Entitlement one, String what, String title, String body) {
        notices.tell(
                addressees.ofEnterprise(one.subject().id().enterprise()),
                new Telling(
                        "entitlement/" + one.number() + "/" + what,
                        TOPIC,
                        title,
                        body,
                        "/policies/mine/" + one.number()));
    }
}
