package org.diaodu.server.policies.clauses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.clauses.ClauseVersion.State;
import org.diaodu.server.policies.clauses.Objections.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a draft comes to hold and ceases to: proposed by one person, published by another, likewise ended. */
@Component
@Transactional
public class ClauseLife {

    private static final int LONGEST = 500;

    private final VersionRows rows;
    private final VersionSteps steps;
    private final Objections objections;
    private final ClauseShelf shelf;
    private final ClauseTimeline timeline;
    private final ClauseNews news;

    ClauseLife(
            VersionRows rows,
            VersionSteps steps,
            Objections objections,
            ClauseShelf shelf,
            ClauseTimeline timeline,
            ClauseNews news) {
        this.rows = rows;
        this.steps = steps;
        this.objections = objections;
        this.shelf = shelf;
        this.timeline = timeline;
        this.news = news;
    }

    /** Puts a draft to a second person, or returns what stands against it. */
    public List<Objection> propose(String clause, long id) {
        ClauseVersion draft = held(clause, id, State.DRAFT);
        ClauseRights.requireWriter(draft.home());
        List<Objection> against = objections.to(draft);
        if (against.isEmpty()) {
            steps.propose(id, Callers.current().name());
            timeline.add(clause, draft.home(), id, "PROPOSE", Map.of("validFrom", draft.from()), "");
            news.waits(draft, "待同意发布", "");
        }
        return against;
    }

    /** Sends a proposal back to its author with words; whoever wrote it may take it back. */
    public void giveBack(String clause, long id, String words) {
        ClauseVersion proposed = held(clause, id, State.PROPOSED);
        if (!ClauseRights.mayWrite(Callers.current(), proposed.home())) {
            ClauseRights.requireDecision(proposed.home());
        }
        steps.giveBack(id);
        String reason = needed(words);
        timeline.add(clause, proposed.home(), id, "RETURN", Map.of(), reason);
        news.answered(proposed, "已退回", reason);
    }

    /**
     * Publishes a proposal from a day on. What held from that day ends the day before, and what began on that very day is
     * taken to have been wrong: it answers only for what was known before. A version that begins later keeps its days.
     */
    public List<Objection> publish(String clause, long id, @Nullable LocalDate from) {
        ClauseVersion proposed = held(clause, id, State.PROPOSED);
        ClauseRights.requireDecision(proposed);
        LocalDate begins = from == null ? proposed.validFrom() : from;
        List<Objection> against = objections.to(proposed);
        if (!against.isEmpty() || begins == null) {
            return against;
        }
        Instant now = now();
        LocalDate ends = makeRoom(clause, begins, now);
        steps.publish(id, Callers.current().name(), begins, ends, now);
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("validFrom", begins.toString());
        after.put("validTo", ends == null ? "" : ends.toString());
        after.put("author", proposed.hands().author());
        timeline.add(clause, proposed.home(), id, "PUBLISH", after, begins.toString());
        news.answered(proposed, "已发布", begins + " 起");
        if (proposed.replaces() != null) {
            replace(proposed.replaces(), clause, begins, now);
        }
        shelf.changing();
        return List.of();
    }

    /** Ends what holds on that day; returns the day on which a later version takes over, or null. */
    @Nullable
    LocalDate makeRoom(String clause, LocalDate begins, Instant now) {
        LocalDate next = null;
        for (ClauseVersion version : rows.of(clause)) {
            LocalDate from = version.validFrom();
            if (version.state() != State.PUBLISHED || from == null) {
                continue;
            }
            if (from.isAfter(begins)) {
                next = next == null || from.isBefore(next) ? from : next;
            } else if (version.validTo() == null || version.validTo().isAfter(begins)) {
                end(version, from, begins, now);
            }
        }
        return next;
    }

    private void end(ClauseVersion version, LocalDate from, LocalDate begins, Instant now) {
        if (!from.equals(begins) && version.validTo() == null) {
            steps.end(version.id(), begins, null, now);
            timeline.add(version.clause(), version.home(), version.id(), "REPLACED", Map.of(), begins.toString());
            return;
        }
        steps.withdraw(version.id(), now);
        if (from.isBefore(begins)) {
            rows.published(version, begins, null, now);
        }
        timeline.add(version.clause(), version.home(), version.id(), "CORRECTED", Map.of(), begins.toString());
    }

    /** Another clause takes the place of this one from a day on. */
    private void replace(String clause, String successor, LocalDate begins, Instant now) {
        rows.lock(clause);
        for (ClauseVersion version : rows.of(clause)) {
            LocalDate from = version.validFrom();
            if (version.state() == State.PUBLISHED
                    && from != null
                    && from.isBefore(begins)
                    && version.validTo() == null) {
                ClauseRights.requireDecision(version.home());
                steps.end(version.id(), begins, successor, now);
                timeline.add(clause, version.home(), version.id(), "REPLACED", Map.of("by", successor), successor);
            }
        }
    }

    /** Asks for a published version to end on a day; somebody else has to agree. */
    public void askEnd(String clause, long id, LocalDate on, String words) {
        ClauseVersion version = held(clause, id, State.PUBLISHED);
        ClauseRights.requireWriter(version.home());
        if (version.isEndAsked()) {
            throw Problem.conflict(
                    "PL33",
                    version.hands().endAskedBy() + " 已申请终止，等待另一人同意。",
                    version.hands().endAskedBy() + " has asked for it already; it waits for a second person.");
        }
        LocalDate from = version.validFrom();
        if (version.validTo() != null || from == null || !on.isAfter(from)) {
            throw Problem.conflict(
                    "PL34",
                    "终止日 " + on + " 应在生效日 " + version.from() + " 之后，且条款尚未终止。",
                    "The last day must come after " + version.from() + " and the clause must still be open; given " + on
                            + ".");
        }
        String reason = needed(words);
        steps.askEnd(id, Callers.current().name(), on, reason);
        timeline.add(clause, version.home(), id, "END_ASK", Map.of("on", on.toString()), on + " " + reason);
        news.waits(version, "待同意终止", reason);
    }

    /** Keeps the version although its end was asked for. */
    public void keep(String clause, long id) {
        ClauseVersion version = asked(clause, id);
        if (!ClauseRights.mayWrite(Callers.current(), version.home())) {
            ClauseRights.requireDecision(version.home());
        }
        steps.askEnd(id, null, null, "");
        timeline.add(
                clause,
                version.home(),
                id,
                "END_KEEP",
                Map.of(),
                version.hands().endReason());
        news.answered(version, "不终止", "");
    }

    /** Ends the version on the day asked for. */
    public void end(String clause, long id) {
        ClauseVersion version = asked(clause, id);
        ClauseRights.requireDecision(version);
        LocalDate on = version.hands().endOn();
        if (on == null) {
            return;
        }
        steps.end(id, on, null, now());
        steps.agreeEnd(id, Callers.current().name());
        shelf.changing();
        timeline.add(
                clause,
                version.home(),
                id,
                "END",
                Map.of("validTo", on.toString()),
                version.hands().endReason());
        news.answered(version, "已终止", on + " 起");
    }

    private ClauseVersion asked(String clause, long id) {
        ClauseVersion version = held(clause, id, State.PUBLISHED);
        if (!version.isEndAsked()) {
            throw Problem.conflict("PL35", "没有待同意的终止申请。", "Nobody has asked for its end.");
        }
        return version;
    }

    private ClauseVersion held(String clause, long id, State state) {
        ClauseVersion version = rows.hold(clause, id).orElseThrow(() -> Clauses.missing(clause, id));
        if (version.state() != state) {
            throw Problem.conflict(
                    "PL31",
                    "这一版现在是“" + version.state() + "”，不能这样做；请刷新页面。",
                    "The version is " + version.state() + " by now, so this cannot be done. Maybe reload the page.");
        }
        return version;
    }

    private static String needed(String words) {
        String bare = words.strip();
        if (bare.isEmpty() || bare.length() > LONGEST) {
            throw Problem.badRequest(
                    "PL32", "请写明理由，至多 " + LONGEST + " 字。", "Give the reason, in at most " + LONGEST + " characters.");
        }
        return bare;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
