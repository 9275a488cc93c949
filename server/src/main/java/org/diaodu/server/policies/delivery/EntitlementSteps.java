package org.diaodu.server.policies.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Contact;
import org.diaodu.server.appeals.AppealForm;
import org.diaodu.server.appeals.Appeals;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementEvent;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.Entitlements;
import org.diaodu.server.policies.Payment;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise does about what it is due, and what an officer ends: the state, its event and its audit row commit together. */
@Component
@Transactional
public class EntitlementSteps implements Entitlements {

    static final int LONGEST = 4_000;

    private final EntitlementRows rows;
    private final EntitlementTimeline timeline;
    private final PaymentRows payments;
    private final Commitments commitments;
    private final Appeals appeals;

    EntitlementSteps(
            EntitlementRows rows,
            EntitlementTimeline timeline,
            PaymentRows payments,
            Commitments commitments,
            Appeals appeals) {
        this.rows = rows;
        this.timeline = timeline;
        this.payments = payments;
        this.commitments = commitments;
        this.appeals = appeals;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entitlement> of(long enterprise) {
        return rows.ofEnterprise(enterprise);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entitlement> mine() {
        Long own = Callers.current().enterpriseId();
        return own == null ? List.of() : rows.ofEnterprise(Objects.requireNonNull(own));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Entitlement> find(String number) {
        return rows.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<EntitlementEvent> timeline(Entitlement entitlement) {
        return timeline.of(entitlement);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Payment> payments(Entitlement entitlement) {
        return payments.of(entitlement);
    }

    @Override
    public Outcome confirm(String number, int version) {
        Entitlement one = own(number);
        return step(one, version, "CONSENT", one.state()::consent, "", Map.of());
    }

    @Override
    public Outcome withdraw(String number, int version, String words) {
        Entitlement one = own(number);
        return step(one, version, "DECLINE", one.state()::decline, words, wordsGiven(words));
    }

    @Override
    public Outcome object(String number, int version, String words, Contact contact) {
        Entitlement one = own(number);
        if (one.version() != version) return new Outcome.Stale(one.version());
        one.state().object("");
        var form = new AppealForm(
                "OTHER",
                "ORDINARY",
                "对惠企政策应享项目 " + number + "（" + one.title() + "）有异议：" + words,
                contact.name(),
                contact.phone(),
                number + "/" + version);
        Map<String, String> faults = wordsGiven(words);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        return switch (appeals.raise(one.subject().id().enterprise(), form)) {
            case Outcome.Done(String appeal) -> {
                move(one, "OBJECT", one.state().object(appeal), words, timeline.signature());
                yield new Outcome.Done(appeal);
            }
            case Outcome.Faulty faulty -> faulty;
            case Outcome.Stale stale -> stale;
        };
    }

    /** An officer records what the enterprise said on paper, because nobody of it has an account. */
    public Outcome confirmForIt(String number, int version, String words) {
        DeliveryRights.requireOfficer();
        Entitlement one = rows.lock(number);
        return step(one, version, "CONSENT", one.state()::consent, words, wordsGiven(words));
    }

    /** An officer settles an objection; the enterprise is asked anew. */
    public Outcome settle(String number, int version, String words) {
        DeliveryRights.requireOfficer();
        Entitlement one = rows.lock(number);
        return step(one, version, "SETTLE", one.state()::settle, words, wordsGiven(words));
    }

    /** An officer ends what nothing was approved of. */
    public Outcome end(String number, int version, String words) {
        DeliveryRights.requireOfficer();
        Entitlement one = rows.lock(number);
        return step(one, version, "LAPSE", one.state()::lapse, words, wordsGiven(words));
    }

    /** An officer gives up what was approved and cannot be paid; its money goes back to the budget. */
    public Outcome giveUp(String number, int version, String words) {
        DeliveryRights.requireOfficer();
        Entitlement one = rows.lock(number);
        Map<String, String> faults = wordsGiven(words);
        List<Payment> paid = payments.of(one);
        if (paid.stream().anyMatch(payment -> payment.state() == Payment.State.SENT)) {
            throw new StepRefused(
                    "PD03",
                    "有付款已送财政、尚无回执，不能终止；请先导入回执。",
                    "A payment is with the treasury and not answered. Maybe take its answer first.");
        }
        boolean some = paid.stream().anyMatch(payment -> payment.state() == Payment.State.PAID);
        Outcome outcome = step(one, version, "GIVE_UP", () -> one.state().giveUp(some), words, faults);
        if (outcome instanceof Outcome.Done) commitments.release(one, words);
        return outcome;
    }

    private Entitlement own(String number) {
        Entitlement one = rows.lock(number);
        DeliveryRights.requireOwn(one);
        return one;
    }

    private Outcome step(
            Entitlement one,
            int version,
            String kind,
            Supplier<EntitlementState> after,
            String words,
            Map<String, String> faults) {
        if (one.version() != version) return new Outcome.Stale(one.version());
        EntitlementState state = after.get();
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        move(one, kind, state, words, timeline.signature());
        return new Outcome.Done(one.number());
    }

    private void move(Entitlement one, String kind, EntitlementState after, String words, Signature by) {
        rows.move(one, after, by);
        timeline.took(one, kind, after, words, by);
    }

    private static Map<String, String> wordsGiven(String words) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (words.isBlank()) faults.put("words", "delivery.fault.words");
        if (words.length() > LONGEST) faults.put("words", "delivery.fault.long");
        return faults;
    }
}
