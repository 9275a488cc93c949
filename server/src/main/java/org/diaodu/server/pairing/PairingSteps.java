package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pairs by hand, ends a pairing, and hands everything of one leader over to another. */
@Component
@Transactional
public class PairingSteps {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NOTE = 4_000;

    private final PairingRows rows;
    private final PairableRows enterprises;
    private final Leaders leaders;
    private final PairingTimeline timeline;
    private final PairingNotices notices;
    private final BusinessClock clock;

    PairingSteps(
            PairingRows rows,
            PairableRows enterprises,
            Leaders leaders,
            PairingTimeline timeline,
            PairingNotices notices,
            BusinessClock clock) {
        this.rows = rows;
        this.enterprises = enterprises;
        this.leaders = leaders;
        this.timeline = timeline;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Gives an enterprise a leader, or another one, from today; a hand-over that was to come is dropped.
     *
     * @param shown number of the pairing the page showed as holding; 0 for none
     * @param why the reason
     */
    public Outcome assign(long enterprise, long shown, long leader, String why) {
        PairingRights.requireManage(Callers.current());
        Pairable one = pairable(enterprise);
        rows.lock(enterprise);
        Optional<Pairing> now = rows.holding(enterprise);
        if (now.map(Pairing::id).orElse(0L) != shown) return new Outcome.Stale();
        Leader to = leaders.get(leader);
        PairingRights.requireManage(Callers.current(), to);
        now.ifPresent(pairing -> PairingRights.requireManage(Callers.current(), pairing.leader()));
        requireManageComing(enterprise);
        var faults = new LinkedHashMap<String, String>();
        if (!to.isInPost()) faults.put("leader", "pairing.fault.left");
        if (now.isPresent() && now.get().leader().id() == leader) faults.put("leader", "pairing.fault.same");
        if (why.isBlank()) faults.put("why", "pairing.fault.why");
        if (why.length() > LONGEST) faults.put("why", "pairing.fault.long");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        LocalDate today = clock.today();
        rows.endOf(List.of(enterprise), today, why.strip());
        rows.insert(
                List.of(new PairingRows.Made(one.id(), one.name(), one.region(), leader, why.strip(), "")),
                today,
                Pairing.How.HAND);
        timeline.add("PAIR", enterprise, one.region(), to.titled() + "。" + why.strip());
        notices.paired(to, 1, today);
        return new Outcome.Done(1);
    }

    /** Ends a pairing without giving the enterprise another leader; a hand-over that was to come is dropped. */
    public Outcome end(long enterprise, long shown, String why) {
        PairingRights.requireManage(Callers.current());
        rows.lock(enterprise);
        Pairing now = rows.holding(enterprise).orElse(null);
        if (now == null || now.id() != shown) return new Outcome.Stale();
        PairingRights.requireManage(Callers.current(), now.leader());
        requireManageComing(enterprise);
        if (why.isBlank()) return Outcome.fault("why", "pairing.fault.why");
        if (why.length() > LONGEST) return Outcome.fault("why", "pairing.fault.long");
        if (rows.endOf(List.of(enterprise), clock.today(), why.strip()).isEmpty()) return new Outcome.Stale();
        timeline.add("END", enterprise, now.region(), now.leader().titled() + "。" + why.strip());
        return new Outcome.Done(1);
    }

    /**
     * What handing over would do.
     *
     * @param pairings everything the one looks after, or is to look after, with no end set
     * @param handedOn what goes to others already on a day that is set
     * @param mark changes whenever the pairings do
     */
    public record HandOver(Leader from, List<Pairing> pairings, List<Pairing> handedOn, String mark) {}

    @Transactional(readOnly = true)
    public HandOver handOver(long leader) {
        Leader from = leaders.get(leader);
        PairingRights.requireManage(Callers.current(), from);
        List<Pairing> open = rows.ofLeader(leader);
        return new HandOver(from, open, rows.handedOn(leader), mark(from, open));
    }

    /**
     * Hands everything one leader looks after over to another in one go, if it still is what the preview showed.
     *
     * @param day from which the other looks after them, as typed; until a later one the first does
     * @param note what the other is to know; shown on every enterprise's page
     */
    public Outcome handOver(long from, String mark, long to, String day, String note) {
        PairingRights.requireManage(Callers.current());
        leaders.lock(from, to);
        HandOver shown = handOver(from);
        if (!shown.mark().equals(mark)) return new Outcome.Stale();
        Leader other = to == 0 ? null : leaders.find(to).orElse(null);
        LocalDate since = parsed(day);
        var faults = faults(shown, other, since, note);
        if (other == null || since == null || !faults.isEmpty()) return new Outcome.Faulty(faults);
        PairingRights.requireManage(Callers.current(), other);
        rows.lock(shown.pairings().stream().map(Pairing::enterpriseId).toList());
        List<Long> ids = shown.pairings().stream().map(Pairing::id).toList();
        if (rows.end(ids, since, "移交给" + other.titled()).size() != ids.size()) {
            throw Problem.conflict(
                    "PR12",
                    "移交期间有人调整了其中的包联，没有移交。请再看一次预览。",
                    "Some of these were changed meanwhile; nothing was handed over. Look at the preview again.");
        }
        rows.insert(
                shown.pairings().stream()
                        .map(one -> new PairingRows.Made(
                                one.enterpriseId(),
                                one.enterpriseName(),
                                one.region(),
                                to,
                                "由" + shown.from().titled() + "移交",
                                note.strip()))
                        .toList(),
                since,
                Pairing.How.HANDOVER);
        timeline.add(
                "HANDOVER",
                shown.pairings().stream()
                        .map(one -> new PairingTimeline.Step(
                                one.enterpriseId(),
                                one.region(),
                                shown.from().titled() + " → " + other.titled() + "，自 " + since + " 起"
                                        + (note.isBlank() ? "" : "。" + note.strip())))
                        .toList());
        notices.paired(other, ids.size(), since);
        return new Outcome.Done(ids.size());
    }

    private Map<String, String> faults(HandOver shown, @Nullable Leader to, @Nullable LocalDate since, String note) {
        var faults = new LinkedHashMap<String, String>();
        if (to == null) faults.put("to", "pairing.fault.leader");
        else if (to.id() == shown.from().id()) faults.put("to", "pairing.fault.same");
        else if (!to.isInPost()) faults.put("to", "pairing.fault.left");
        if (since == null || since.isAfter(clock.today().plusYears(1))) faults.put("day", "pairing.fault.handover.day");
        else if (shown.pairings().stream().anyMatch(one -> one.since().isAfter(since)))
            faults.put("day", "pairing.fault.before");
        if (note.length() > LONGEST_NOTE) faults.put("note", "pairing.fault.long");
        return faults;
    }

    private void requireManageComing(long enterprise) {
        rows.coming(enterprise).ifPresent(pairing -> PairingRights.requireManage(Callers.current(), pairing.leader()));
    }

    private Pairable pairable(long enterprise) {
        return enterprises
                .find(enterprise, clock.today())
                .orElseThrow(() -> Problem.notFound(
                        "PR13",
                        "没有编号为 " + enterprise + " 的在库企业，或它不在您的范围内。",
                        "There is no enterprise " + enterprise + " in the list, or it is outside your own."));
    }

    private static String mark(Leader from, List<Pairing> open) {
        var text = new StringBuilder().append(from.id());
        open.forEach(one -> text.append(' ').append(one.id()));
        return Proposals.digest(text.toString());
    }

    /** A day as typed; null where it is none. */
    public static @Nullable LocalDate parsed(String day) {
        try {
            return LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
