package org.diaodu.server.policies;

import java.util.List;
import java.util.Optional;
import org.diaodu.server.access.Contact;
import org.diaodu.server.steps.Outcome;

/**
 * What enterprises are due, and what an enterprise itself does about it. Everybody sees what row level security lets them: an
 * enterprise its own, an officer those of the region.
 *
 * <p>The steps name the version the caller saw; on a newer one nothing is written ({@link Outcome.Stale}). A step that is not
 * possible is refused with {@link org.diaodu.server.steps.StepRefused} and the steps that are.
 */
public interface Entitlements {

    /** All of one enterprise, the latest first, those that lapsed among them. */
    List<Entitlement> of(long enterprise);

    /** The caller's own enterprise; nothing for whoever has none. */
    List<Entitlement> mine();

    Optional<Entitlement> find(String number);

    /** What happened to it, oldest first. */
    List<EntitlementEvent> timeline(Entitlement entitlement);

    /** Its payments, in the order of the parts and then of the attempts. */
    List<Payment> payments(Entitlement entitlement);

    /** The enterprise agrees, which lets the public notice begin; also after it declined. */
    Outcome confirm(String number, int version);

    /** The enterprise takes its agreement back, or does not want it; possible until it is proposed for approval. */
    Outcome withdraw(String number, int version, String words);

    /**
     * The enterprise objects, and an appeal is raised with its words; {@link Outcome.Done#number} is that of the appeal. The
     * entitlement waits until the objection is settled.
     *
     * @param contact whom to call, name and phone in full
     */
    Outcome object(String number, int version, String words, Contact contact);
}
