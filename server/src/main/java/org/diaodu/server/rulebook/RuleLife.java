package org.diaodu.server.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.Finding;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.rulebook.Edition.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a draft comes to hold and ceases to: proposed by one person, approved by another, likewise withdrawn. */
@Component
@Transactional
public class RuleLife {

    private static final int MOST_REASONS = 8;

    private final EditionRows rows;
    private final DraftChecks checks;
    private final RuleShelf shelf;
    private final Audit audit;

    RuleLife(EditionRows rows, DraftChecks checks, RuleShelf shelf, Audit audit) {
        this.rows = rows;
        this.checks = checks;
        this.shelf = shelf;
        this.audit = audit;
    }

    /** A reason why a draft cannot be published, in both languages. */
    public record Reason(String zh, String en) {}

    /** What stands against publishing a version; empty where nothing does. */
    @Transactional(readOnly = true)
    public List<Reason> against(Edition draft) {
        List<Reason> reasons = new ArrayList<>();
        if (draft.clause().reference().isBlank()) {
            reasons.add(new Reason("没有写依据：请填文号或出处。", "The clause it comes from is missing: give the number of the text."));
        }
        if (draft.validFrom() == null) {
            reasons.add(new Reason("没有写生效日期。", "The day from which it holds is missing."));
        }
        DraftCheck check = checks.of(draft);
        if (check.cases().isEmpty() && check.errors() == 0) {
            reasons.add(new Reason("没有算例：至少要有一个。", "There is no worked case: at least one is needed."));
        }
        check.findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.ERROR)
                .limit(MOST_REASONS)
                .forEach(finding -> reasons.add(new Reason(finding.zh(), finding.en())));
        return reasons;
    }

    /** Puts a draft to a second person, or returns what stands against it. */
    public List<Reason> propose(String rule, long id) {
        RuleRights.requireEdit();
        Edition draft = held(rule, id, State.DRAFT);
        List<Reason> against = against(draft);
        if (!against.isEmpty()) {
            return against;
        }
        rows.propose(id, Callers.current().name());
        audit.record("rule.propose", "rule", rule + " " + id, null, Map.of("validFrom", draft.from()), null);
        return List.of();
    }

    /** Sends a proposal back to its author. */
    public void decline(String rule, long id, String reason) {
        RuleRights.requireProvince();
        Edition proposed = held(rule, id, State.PROPOSED);
        boolean own = proposed.trail().isHandOf(Callers.current().name());
        if (own) {
            RuleRights.requireEdit();
        } else {
            RuleRights.requireApproval(proposed);
        }
        requireReason(reason);
        rows.decline(id, Callers.current().name(), reason.strip());
        audit.record("rule.decline", "rule", rule + " " + id, null, null, reason.strip());
    }

    /**
     * Publishes a proposal from a day on. What held from that day ends the day before; it still answers for earlier days. A
     * version that begins later keeps its days.
     */
    public List<Reason> approve(String rule, long id, @Nullable LocalDate from) {
        RuleRights.requireProvince();
        Edition proposed = held(rule, id, State.PROPOSED);
        RuleRights.requireApproval(proposed);
        LocalDate begins = from == null ? proposed.validFrom() : from;
        List<Reason> against = against(proposed);
        if (!against.isEmpty() || begins == null) {
            return against;
        }
        String by = Callers.current().name();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        LocalDate ends = makeRoom(rule, begins, by, now);
        rows.publish(id, by, begins, ends, now);
        shelf.changing(rule);
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("validFrom", begins.toString());
        after.put("validTo", ends == null ? "" : ends.toString());
        after.put("author", proposed.trail().author());
        after.put("proposedBy", String.valueOf(proposed.trail().proposedBy()));
        audit.record("rule.publish", "rule", rule + " " + id, null, after, null);
        return List.of();
    }

    /** Ends what holds on that day; returns the day on which a later version takes over, or null. */
    @Nullable LocalDate makeRoom(String rule, LocalDate begins, String by, Instant now) {
        LocalDate next = null;
        for (Edition edition : rows.of(rule)) {
            LocalDate from = edition.validFrom();
            if (edition.state() != State.PUBLISHED || from == null) {
                continue;
            }
            if (from.isAfter(begins)) {
                next = next == null || from.isBefore(next) ? from : next;
            } else if (edition.validTo() == null || edition.validTo().isAfter(begins)) {
                end(edition, from, begins, by, now);
            }
        }
        return next;
    }

    private void end(Edition edition, LocalDate from, LocalDate begins, String by, Instant now) {
        String subject = edition.rule() + " " + edition.id();
        if (from.equals(begins) || edition.validTo() != null) {
            rows.withdraw(edition.id(), by, "由 " + begins + " 起的新版替换 replaced from " + begins, now);
            if (from.isBefore(begins)) {
                rows.published(edition, begins, null, now);
            }
            audit.record("rule.replace", "rule", subject, null, Map.of("from", begins.toString()), null);
        } else {
            rows.end(edition.id(), begins, now);
            audit.record("rule.end", "rule", subject, null, Map.of("validTo", begins.toString()), null);
        }
    }

    /** Asks for a published version to be taken out; somebody else has to approve. */
    public void askWithdrawal(String rule, long id, String reason) {
        RuleRights.requireEdit();
        Edition published = held(rule, id, State.PUBLISHED);
        requireReason(reason);
        if (published.isWithdrawalAsked()) {
            throw Problem.conflict(
                    "RB33",
                    published.trail().withdrawalAskedBy() + " 已申请撤回，等待另一人批准。",
                    published.trail().withdrawalAskedBy() + " has asked for it already; it waits for a second person.");
        }
        rows.askWithdrawal(id, Callers.current().name(), reason.strip());
        audit.record("rule.withdraw.ask", "rule", rule + " " + id, null, null, reason.strip());
    }

    /** Keeps the version. */
    public void declineWithdrawal(String rule, long id) {
        RuleRights.requireEdit();
        Edition published = asked(rule, id);
        rows.askWithdrawal(id, null, null);
        audit.record("rule.withdraw.decline", "rule", rule + " " + id, null, null, published.trail().withdrawalReason());
    }

    /** Takes the version out: from now on no day is judged by it, and what was judged stays explicable. */
    public void withdraw(String rule, long id) {
        RuleRights.requireProvince();
        Edition published = asked(rule, id);
        RuleRights.requireApproval(published);
        String reason = String.valueOf(published.trail().withdrawalReason());
        rows.withdraw(
                id, Callers.current().name(), reason, Instant.now().truncatedTo(ChronoUnit.MICROS));
        shelf.changing(rule);
        audit.record("rule.withdraw", "rule", rule + " " + id, Map.of("validFrom", published.from()), null, reason);
    }

    private Edition asked(String rule, long id) {
        Edition published = held(rule, id, State.PUBLISHED);
        if (!published.isWithdrawalAsked()) {
            throw Problem.conflict("RB34", "没有待批准的撤回申请。", "Nobody has asked for its withdrawal.");
        }
        return published;
    }

    private Edition held(String rule, long id, State state) {
        Edition edition = rows.hold(rule, id)
                .orElseThrow(() -> Problem.notFound(
                        "RB11", "规则“" + rule + "”没有版本 " + id + "。", "Rule \"" + rule + "\" has no version " + id + "."));
        if (edition.state() != state) {
            throw Problem.conflict(
                    "RB31",
                    "这一版现在是“" + edition.state() + "”，不能这样做；请刷新页面。",
                    "The version is " + edition.state() + " by now, so this cannot be done. Maybe reload the page.");
        }
        return edition;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw Problem.conflict("RB32", "请写明理由。", "Give the reason.");
        }
    }
}
