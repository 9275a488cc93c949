package org.diaodu.server.policies.delivery;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.policy.budget.Share;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approval by two people: one proposes what has stood in a notice, another approves the whole batch or declines it. What was
 * granted, the budgets and the payments commit together.
 */
@Component
@Transactional
public class Batches {

    private final BatchRows batches;
    private final EntitlementRows rows;
    private final EntitlementTimeline timeline;
    private final Commitments commitments;
    private final BusinessClock clock;
    private final Audit audit;

    Batches(
            BatchRows batches,
            EntitlementRows rows,
            EntitlementTimeline timeline,
            Commitments commitments,
            BusinessClock clock,
            Audit audit) {
        this.batches = batches;
        this.rows = rows;
        this.timeline = timeline;
        this.commitments = commitments;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Batch> latest(int most) {
        return batches.latest(most);
    }

    /** A batch with its lines, or a page that says there is none. */
    @Transactional(readOnly = true)
    public Batch get(String number) {
        return batches.find(number).orElseThrow(() -> BatchRows.notThere(number));
    }

    /** Proposes all of these or none; the same form sent again gives the batch it made. */
    public Outcome propose(Collection<String> numbers, String words, String key) {
        return propose(numbers, words, key, clock.today(), timeline.signature());
    }

    Outcome propose(Collection<String> numbers, String words, String key, LocalDate today, Signature by) {
        DeliveryRights.requireOfficer();
        Optional<String> before = batches.ofForm(key);
        if (before.isPresent()) return new Outcome.Done(before.get());
        if (numbers.isEmpty()) return new Outcome.Faulty(Map.of("number", "delivery.fault.none"));
        if (words.length() > EntitlementSteps.LONGEST)
            return new Outcome.Faulty(Map.of("words", "delivery.fault.long"));
        List<Entitlement> chosen = Forms.all(rows, numbers);
        requireSure(chosen);
        String number = batches.insert(Forms.region(), words.strip(), key, chosen, today, by);
        for (Entitlement one : chosen) {
            EntitlementState after = one.state().propose(number, today);
            rows.move(one, after, by);
            timeline.took(one, "PROPOSE", after, number, by);
        }
        audit.record("policy-batch.propose", "policy-batch", number, null, Map.of("entries", chosen.size()), words);
        return new Outcome.Done(number);
    }

    /** Approves the batch as the caller saw it; each gets what its budget has left. */
    public Outcome approve(String number, int version, String words) {
        return approve(number, version, words, timeline.signature());
    }

    Outcome approve(String number, int version, String words, Signature by) {
        Batch batch = decidable(number, by);
        if (batch.version() != version) return new Outcome.Stale(batch.version());
        if (words.length() > EntitlementSteps.LONGEST)
            return new Outcome.Faulty(Map.of("words", "delivery.fault.long"));
        List<Entitlement> chosen = locked(batch);
        requireSure(chosen);
        Map<String, EntitlementState> approved = new LinkedHashMap<>();
        chosen.forEach(one -> approved.put(one.number(), one.state().approve()));
        Map<String, Share> shares = commitments.promise(chosen);
        long granted = 0;
        for (Entitlement one : chosen) {
            Share share = Objects.requireNonNull(shares.get(one.number()));
            if (share.grantedFen() > 0) {
                commitments.plan(one, share.grantedFen());
                EntitlementState after = Objects.requireNonNull(approved.get(one.number()));
                rows.move(one, after, by);
                timeline.took(one, "APPROVE", after, share.zh(), by);
            } else {
                back(one, share.zh(), by);
            }
            batches.granted(number, one, share);
            granted += share.grantedFen();
        }
        batches.decide(batch, Batch.State.APPROVED, words.strip(), granted, by);
        audit.record("policy-batch.approve", "policy-batch", number, null, Map.of("grantedFen", granted), words);
        return new Outcome.Done(number);
    }

    /** Declines the whole batch; its entitlements may be proposed again. */
    public Outcome decline(String number, int version, String words) {
        Signature by = timeline.signature();
        Batch batch = decidable(number, by);
        if (batch.version() != version) return new Outcome.Stale(batch.version());
        if (words.isBlank()) return new Outcome.Faulty(Map.of("words", "delivery.fault.words"));
        if (words.length() > EntitlementSteps.LONGEST)
            return new Outcome.Faulty(Map.of("words", "delivery.fault.long"));
        locked(batch).forEach(one -> back(one, words, by));
        batches.decide(batch, Batch.State.DECLINED, words.strip(), 0, by);
        audit.record("policy-batch.decline", "policy-batch", number, null, null, words);
        return new Outcome.Done(number);
    }

    private void back(Entitlement one, String words, Signature by) {
        BatchRows.Notice notice = batches.noticeOf(one);
        EntitlementState after = one.state().sendBack(notice.number(), notice.until());
        rows.move(one, after, by);
        timeline.took(one, "SEND_BACK", after, words, by);
    }

    private Batch decidable(String number, Signature by) {
        DeliveryRights.requireOfficer();
        Batch batch = batches.lock(number);
        if (batch.state() != Batch.State.PROPOSED) {
            throw new StepRefused(
                    "PD30",
                    "批次 " + number + " 已由 " + batch.decidedBy() + " 办结，不能再次审批。",
                    "Batch " + number + " was decided by " + batch.decidedBy() + " already.");
        }
        if (batch.proposedBy().equals(by.name())) {
            throw new StepRefused(
                    "PD31",
                    "批次 " + number + " 由您报批，须由另一人审批；请同事办理。",
                    "You proposed batch " + number + "; somebody else has to decide. Maybe ask a colleague.");
        }
        return batch;
    }

    private List<Entitlement> locked(Batch batch) {
        return Forms.all(
                rows, batch.lines().stream().map(Batch.Line::entitlement).toList());
    }

    private static void requireSure(List<Entitlement> chosen) {
        List<String> doubtful = chosen.stream()
                .filter(one -> !one.doubt().isEmpty())
                .map(one -> one.number() + "（" + one.doubt() + "）")
                .toList();
        if (!doubtful.isEmpty()) {
            throw new StepRefused(
                    "PD32",
                    "其中 " + doubtful.size() + " 项最近一次匹配存疑，全部未办理：" + String.join("、", doubtful) + "。",
                    doubtful.size() + " are in doubt since the last run, and nothing was done: "
                            + String.join(", ", doubtful) + ".");
        }
    }
}
