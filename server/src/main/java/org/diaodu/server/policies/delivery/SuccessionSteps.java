package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that an enterprise goes on under another code, or went into another: what it is due and what is still to be paid
 * follows. One that only changed its code is the same as before, and is not paid again what it was paid under the old one; of
 * one that was merged the projects follow with what was paid for them.
 */
@Component
@Transactional
public class SuccessionSteps {

    private final JdbcClient jdbc;
    private final EntitlementRows rows;
    private final EntitlementTimeline timeline;
    private final Audit audit;

    SuccessionSteps(JdbcClient jdbc, EntitlementRows rows, EntitlementTimeline timeline, Audit audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.audit = audit;
    }

    /** How an enterprise came after another. */
    public enum Kind {
        RECODED,
        MERGED
    }

    /** A succession as it was recorded. */
    public record Succession(
            String former, String successor, String name, Kind kind, LocalDate effective, String words, String by) {}

    /** All of the officer's region, the latest first. */
    @Transactional(readOnly = true)
    public List<Succession> all() {
        return jdbc.sql("""
                select f.credit_code, t.credit_code, (select a.name from enterprise_attributes a
                           where a.enterprise_id = t.id order by a.valid_from desc limit 1),
                       s.kind, s.effective, s.words, s.recorded_by
                from policy_succession s join enterprise f on f.id = s.former join enterprise t on t.id = s.successor
                order by s.id desc
                """)
                .query((row, number) -> new Succession(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Kind.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /** An enterprise as the register names it. */
    private record Party(long id, String creditCode, String name, String region) {}

    /** Records it by the two credit codes; all that follows is moved in the same transaction. */
    public Outcome record(String formerCode, String successorCode, Kind kind, LocalDate effective, String words) {
        DeliveryRights.requireOfficer();
        Map<String, String> faults = new LinkedHashMap<>();
        Optional<Party> former = party(formerCode);
        Optional<Party> successor = party(successorCode);
        if (former.isEmpty()) faults.put("former", "delivery.fault.enterprise");
        if (successor.isEmpty() || formerCode.strip().equals(successorCode.strip()))
            faults.put("successor", "delivery.fault.enterprise");
        if (words.isBlank() || words.length() > 400) faults.put("words", "delivery.fault.words");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        record(former.orElseThrow(), successor.orElseThrow(), kind, effective, words.strip());
        return new Outcome.Done(successorCode.strip());
    }

    private void record(Party former, Party successor, Kind kind, LocalDate effective, String words) {
        boolean made = jdbc.sql("""
                insert into policy_succession (former, successor, region, kind, effective, words, recorded_by)
                select :former, :successor, :region, :kind, :effective, :words, :by
                where not exists (select from policy_succession where former = :successor)
                on conflict do nothing
                """)
                        .param("former", former.id())
                        .param("successor", successor.id())
                        .param("region", successor.region())
                        .param("kind", kind.name())
                        .param("effective", effective)
                        .param("words", words)
                        .param("by", Callers.current().name())
                        .update()
                == 1;
        if (!made) {
            throw new StepRefused(
                    "PD50",
                    former.creditCode() + " 的去向已经登记过，或 " + successor.creditCode() + " 自己已并入别的企业；请登记到最后的企业。",
                    "Where " + former.creditCode() + " went was recorded already, or " + successor.creditCode()
                            + " went into another itself. Maybe name the last of them.");
        }
        List<Entitlement> own = rows.lockOf(List.of(former.id(), successor.id()));
        Signature by = timeline.signature();
        if (kind == Kind.RECODED) settleTwins(own, former, successor, words, by);
        own.stream()
                .filter(one -> one.subject().id().enterprise() == former.id())
                .forEach(one -> timeline.took(
                        one, "FOLLOW", one.state(), former.creditCode() + " → " + successor.creditCode(), by));
        move(former, successor, kind);
        audit.record(
                "policy-succession.record",
                "enterprise",
                former.creditCode(),
                null,
                Map.of("successor", successor.creditCode(), "kind", kind.name()),
                words);
    }

    /** What both have is one: the one not approved gives way, and where both are approved nothing is recorded. */
    private void settleTwins(List<Entitlement> own, Party former, Party successor, String words, Signature by) {
        for (Entitlement one : own) {
            if (one.subject().id().enterprise() != former.id()) continue;
            for (Entitlement twin : own) {
                boolean same = twin.subject().id().enterprise() == successor.id()
                        && twin.clause().equals(one.clause())
                        && twin.onceKey().equals(one.onceKey());
                if (same) settle(one, twin, words, by);
            }
        }
    }

    private void settle(Entitlement one, Entitlement twin, String words, Signature by) {
        if (one.state().isCommitted() && twin.state().isCommitted()) {
            throw new StepRefused(
                    "PD51",
                    one.number() + " 和 " + twin.number() + " 是同一项，都已批准；请先终止支付或追回其中一项，再登记。",
                    one.number() + " and " + twin.number()
                            + " are the same and both approved. Maybe give up or ask back one of them first.");
        }
        Entitlement loses = twin.state().isCommitted() ? one : twin;
        if (!(loses.state() instanceof EntitlementState.Lapsed)) {
            EntitlementState after = loses.state().lapse();
            rows.move(loses, after, by);
            timeline.took(loses, "LAPSE", after, words, by);
        }
    }

    /** What was found under the old code keeps the root it was found under, so that it is not found again. */
    private void move(Party former, Party successor, Kind kind) {
        jdbc.sql("""
                update entitlement set enterprise_id = :successor, enterprise_name = :name, credit_code = :code, region = :region,
                       version = version + 1
                where enterprise_id = :former
                """)
                .param("successor", successor.id())
                .param("name", successor.name())
                .param("code", successor.creditCode())
                .param("region", successor.region())
                .param("former", former.id())
                .update();
        jdbc.sql("""
                update policy_payment set enterprise_id = :successor, region = :region
                where enterprise_id = :former and state in ('PLANNED', 'DUE', 'SENT')
                """)
                .param("successor", successor.id())
                .param("region", successor.region())
                .param("former", former.id())
                .update();
        jdbc.sql("""
                insert into policy_fact (enterprise_id, region, subject_kind, subject_code, name, type, value, valid_from, holder,
                        source, declared, entered_by)
                select :successor, :region, subject_kind, subject_code, name, type, value, valid_from, holder, source, declared,
                       entered_by
                from policy_fact
                where enterprise_id = :former and (:all or subject_kind <> 'ENTERPRISE')
                order by id
                """)
                .param("successor", successor.id())
                .param("region", successor.region())
                .param("all", kind == Kind.RECODED)
                .param("former", former.id())
                .update();
        jdbc.sql("update policy_subject set enterprise_id = :successor where enterprise_id = :former")
                .param("successor", successor.id())
                .param("former", former.id())
                .update();
    }

    private Optional<Party> party(String code) {
        return jdbc.sql("""
                select e.id, e.credit_code, a.name, a.region
                from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                where e.credit_code = :code order by a.valid_from desc limit 1
                """)
                .param("code", code.strip())
                .query((row, number) -> new Party(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }
}
