package org.diaodu.server.policies.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.policy.Fen;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.policies.Payment;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers do about single payments: milestones, sending again what came back, asking back, refunds. */
@Component
@Transactional
public class PaymentSteps {

    private final JdbcClient jdbc;
    private final PaymentRows payments;
    private final EntitlementRows rows;
    private final EntitlementTimeline timeline;
    private final BusinessClock clock;

    PaymentSteps(
            JdbcClient jdbc,
            PaymentRows payments,
            EntitlementRows rows,
            EntitlementTimeline timeline,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.rows = rows;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The milestone was reached: the payment is due. */
    public Outcome reached(String number, String words) {
        DeliveryRights.requireOfficer();
        if (words.isBlank()) return new Outcome.Faulty(Map.of("words", "delivery.fault.words"));
        Entitlement one = rows.lock(of(number));
        Payment payment = locked(number);
        if (payment.state() != Payment.State.PLANNED) throw refused(payment, "等待节点", "wait for a milestone");
        payments.move(payment, Payment.State.DUE, null, "", null);
        timeline.took(
                one, "REACH", one.state(), number + " · " + payment.milestone() + "：" + words, timeline.signature());
        return new Outcome.Done(one.number());
    }

    /** What came back may be sent again, under a number of its own. */
    public Outcome again(String number, String words) {
        DeliveryRights.requireOfficer();
        if (words.isBlank()) return new Outcome.Faulty(Map.of("words", "delivery.fault.words"));
        Entitlement one = rows.lock(of(number));
        Payment payment = locked(number);
        if (payment.state() != Payment.State.RETURNED) throw refused(payment, "被退回", "have come back");
        if (!(one.state() instanceof EntitlementState.Approved)) throw refused(payment, "仍获批准", "still be approved");
        try {
            payments.insert(
                    one,
                    new Instalments.Part(payment.part(), payment.milestone(), payment.amountFen(), payment.sharesFen()),
                    Payment.State.DUE);
        } catch (DuplicateKeyException _) {
            throw new StepRefused(
                    "PD43",
                    "付款 " + number + " 已经重新发起过，同一笔不会付两次。",
                    "Payment " + number + " was sent again already; the same is never paid twice.");
        }
        timeline.took(one, "AGAIN", one.state(), number + "：" + words, timeline.signature());
        return new Outcome.Done(one.number());
    }

    private String of(String number) {
        return payments.find(number)
                .map(Payment::entitlement)
                .orElseThrow(() -> Problem.notFound(
                        "PD42",
                        "没有付款 " + number + "，或它不在您的范围内。",
                        "There is no payment " + number + ", or it is outside your own."));
    }

    private Payment locked(String number) {
        return payments.lock(java.util.List.of(number)).values().iterator().next();
    }

    private static StepRefused refused(Payment payment, String zh, String en) {
        return new StepRefused(
                "PD44",
                "付款 " + payment.number() + " 现在是 " + payment.state() + "，须" + zh + "才能办理。",
                "Payment " + payment.number() + " is " + payment.state() + " and would have to " + en + ".");
    }

    /** Asks back so much of what was paid, for a reason the enterprise reads. */
    public Outcome reclaim(String number, int version, BigDecimal yuan, String words) {
        DeliveryRights.requireOfficer();
        Entitlement one = rows.lock(number);
        if (one.version() != version) return new Outcome.Stale(one.version());
        EntitlementState after = one.state().reclaim();
        Map<String, String> faults = new LinkedHashMap<>();
        long granted = one.grantedFen() == null ? 0 : one.grantedFen();
        if (!isMoney(yuan) || fen(yuan) > granted) faults.put("yuan", "delivery.fault.reclaim");
        if (words.isBlank()) faults.put("words", "delivery.fault.words");
        LocalDate until = one.dates().reclaimableUntil();
        if (until == null || clock.today().isAfter(until)) {
            throw new StepRefused(
                    "PD45",
                    until == null
                            ? "条款 " + one.clause() + " 没有追回的规定，不能追回；如系错付，请登记退款依据后另行处理。"
                            : "追回期限到 " + until + " 为止，已经过了。",
                    until == null
                            ? "Clause " + one.clause() + " says nothing of asking back."
                            : "It could be asked back until " + until + ".");
        }
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        var by = timeline.signature();
        rows.move(one, after, by);
        rows.reclaim(one, fen(yuan), 0);
        timeline.took(one, "RECLAIM", after, yuan.toPlainString() + " 元：" + words, by);
        return new Outcome.Done(number);
    }

    /** Records what came back, by its document; the same document is recorded once. */
    public Outcome refund(String number, int version, BigDecimal yuan, String document, LocalDate day) {
        DeliveryRights.requireOfficer();
        Entitlement one = rows.lock(number);
        if (known(one, document, yuan)) return new Outcome.Done(number);
        if (one.version() != version) return new Outcome.Stale(one.version());
        long left = one.reclaim().reclaimedFen() - one.reclaim().refundedFen();
        Map<String, String> faults = new LinkedHashMap<>();
        if (!isMoney(yuan) || fen(yuan) > left) faults.put("yuan", "delivery.fault.refund");
        if (document.isBlank() || document.length() > 80) faults.put("document", "delivery.fault.document");
        if (day.isAfter(clock.today())) faults.put("day", "delivery.fault.day");
        EntitlementState after = one.state().refund(isMoney(yuan) && fen(yuan) == left);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        try {
            jdbc.sql("""
                    insert into policy_refund (entitlement_id, enterprise_id, region, amount_fen, document, refunded_on, recorded_by)
                    values (:id, :enterprise, :region, :fen, :document, :day, :by)
                    """)
                    .param("id", one.id())
                    .param("enterprise", one.subject().id().enterprise())
                    .param("region", one.region())
                    .param("fen", fen(yuan))
                    .param("document", document.strip())
                    .param("day", day)
                    .param("by", Callers.current().name())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new StepRefused(
                    "PD46",
                    "凭证 " + document + " 已用于另一笔退款。",
                    "The document " + document + " was used for another refund.");
        }
        var by = timeline.signature();
        rows.move(one, after, by);
        rows.reclaim(one, one.reclaim().reclaimedFen(), one.reclaim().refundedFen() + fen(yuan));
        timeline.took(one, "REFUND", after, Fen.yuan(fen(yuan)) + " 元，凭证 " + document, by);
        return new Outcome.Done(number);
    }

    private boolean known(Entitlement one, String document, BigDecimal yuan) {
        return jdbc.sql("""
                select exists (select from policy_refund
                    where entitlement_id = :id and document = :document and amount_fen = :fen)
                """)
                .param("id", one.id())
                .param("document", document.strip())
                .param("fen", isMoney(yuan) ? fen(yuan) : 0)
                .query(Boolean.class)
                .single();
    }

    private static boolean isMoney(BigDecimal yuan) {
        return yuan.signum() > 0 && yuan.stripTrailingZeros().scale() <= 2 && yuan.precision() - yuan.scale() < 14;
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }
}
