package org.diaodu.server.targets;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes targets, gives them out, reports on them and finds them met or missed, one step at a time for each. */
@Component
@Transactional
public class TargetSteps {

    private final TargetRows rows;
    private final TargetReportRows reports;
    private final TargetTimeline timeline;
    private final TargetNews news;
    private final Standings standings;
    private final Units units;
    private final MemberUnits memberUnits;
    private final BusinessClock clock;

    TargetSteps(
            TargetRows rows,
            TargetReportRows reports,
            TargetTimeline timeline,
            TargetNews news,
            Standings standings,
            Units units,
            MemberUnits memberUnits,
            BusinessClock clock) {
        this.rows = rows;
        this.reports = reports;
        this.timeline = timeline;
        this.news = news;
        this.standings = standings;
        this.units = units;
        this.memberUnits = memberUnits;
        this.clock = clock;
    }

    /** Proposes a target; a form that is sent again gives the target it made. */
    public Outcome propose(TargetForm form) {
        return propose(form, TargetRows.Ties.NONE);
    }

    Outcome propose(TargetForm form, TargetRows.Ties ties) {
        Caller caller = Callers.current();
        TargetRights.require(TargetRights.mayPropose(caller), "提出目标", "propose targets");
        Optional<Target> before = rows.ofForm(form.key());
        if (before.isPresent()) return done(before.get());
        Map<String, String> faults = faults(caller, form);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Target made = insert(form, ties, timeline.signature());
        news.given(made);
        return done(made);
    }

    Target insert(TargetForm form, TargetRows.Ties ties, Signature by) {
        Optional<Target> made = rows.insert(form, ties, by);
        if (made.isEmpty()) return rows.ofForm(form.key()).orElseThrow();
        timeline.add(made.get(), "PROPOSE", TargetState.PROPOSED, form.quote().strip(), by);
        return made.get();
    }

    private Map<String, String> faults(Caller caller, TargetForm form) {
        Map<String, String> faults = new LinkedHashMap<>(form.faults());
        if (!faults.containsKey("region") && !TargetRights.mayProposeFor(caller, form.region(), form.memberUnit())) {
            faults.put("region", "targets.fault.region.own");
        }
        boolean known = form.memberUnit().isEmpty()
                || memberUnits.hold(form.memberUnit())
                        .filter(unit -> unit.region().equals(form.region()) || form.region().startsWith(prefix(unit)))
                        .isPresent();
        if (!known) faults.put("memberUnit", "targets.fault.unit");
        return faults;
    }

    private static String prefix(MemberUnit unit) {
        return unit.region().replaceAll("(00)+$", "");
    }

    /** Changes what is proposed. */
    public Outcome edit(long id, int version, TargetForm form) {
        Target target = rows.lock(id);
        Caller caller = Callers.current();
        TargetRights.require(caller, target, Verb.EDIT);
        if (target.version() != version) return new Outcome.Stale(target.version());
        target.state().require(Verb.EDIT);
        Map<String, String> faults = faults(caller, form);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        rows.edit(target, form);
        String was = target.indicator() + target.aim().text(false);
        timeline.add(target, "EDIT", TargetState.PROPOSED, was, timeline.signature());
        return done(target);
    }

    /** Accepts, withdraws, restores or judges a target, on the version the caller saw. */
    public Outcome step(long id, int version, Verb verb, String words) {
        Target target = rows.lock(id);
        TargetRights.require(Callers.current(), target, verb);
        if (target.version() != version) return new Outcome.Stale(target.version());
        target.state().require(verb);
        if (verb.needsWords() && words.isBlank()) return new Outcome.Faulty(Map.of("words", "targets.fault.words"));
        if (words.length() > ReportForm.LONGEST_WORDS) return new Outcome.Faulty(Map.of("words", "targets.fault.long"));
        move(target, verb, words.strip(), timeline.signature());
        return done(target);
    }

    void move(Target target, Verb verb, String words, Signature by) {
        TargetState after = after(target, verb);
        boolean accepts = verb == Verb.ACCEPT;
        if (after.counts() && !target.state().counts()) requireAlone(target);
        if (accepts) replaceWhatWasThere(target, by);
        rows.move(target, after, accepts ? by.name() : null, by);
        timeline.add(target, verb.name(), after, words, by);
        if (after.isOpen()) standings.refresh(rows.lock(target.id()));
    }

    private TargetState after(Target target, Verb verb) {
        return switch (verb) {
            case ACCEPT -> target.measured().isPresent() ? TargetState.TRACKED : TargetState.ACCEPTED;
            case MEET -> {
                requireReached(target);
                yield TargetState.MET;
            }
            case MISS -> {
                requireMissed(target);
                yield TargetState.MISSED;
            }
            case REOPEN -> TargetState.TRACKED;
            case WITHDRAW -> TargetState.WITHDRAWN;
            case RESTORE -> rows.before(target);
            case EDIT, REPORT, BREAK_DOWN, REPLACE -> throw new IllegalArgumentException(verb + " has a form of its own");
        };
    }

    private void replaceWhatWasThere(Target target, Signature by) {
        Long replaced = target.replaces();
        if (replaced == null) return;
        Target before = rows.lock(replaced);
        rows.move(before, TargetState.REPLACED, null, by);
        timeline.add(before, "REPLACE", TargetState.REPLACED, target.indicator() + target.aim().text(false), by);
    }

    /** Reports a figure; a form that is sent again is the same report. A later report of the same day corrects the earlier one. */
    public Outcome report(long id, ReportForm form) {
        Target target = rows.lock(id);
        TargetRights.require(Callers.current(), target, Verb.REPORT);
        if (reports.hasForm(form.key())) return done(target);
        target.state().require(Verb.REPORT);
        requireReported(target);
        Map<String, String> faults = form.faults(target, clock.today());
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        report(target, form, timeline.signature());
        return done(target);
    }

    void report(Target target, ReportForm form, Signature by) {
        if (!reports.insert(target, form, by)) return;
        String unit = target.aim().unit().text();
        timeline.add(target, "REPORT", TargetState.TRACKED, form.day() + " " + form.value() + unit, by);
        if (target.state() == TargetState.ACCEPTED) rows.move(target, TargetState.TRACKED, null, by);
        standings.refresh(target);
    }

    /** Gives parts of a target to regions and units below; each of them accepts its own. */
    public Outcome breakDown(long id, int version, PartsForm form) {
        Target target = rows.lock(id);
        TargetRights.require(Callers.current(), target, Verb.BREAK_DOWN);
        if (!form.entries().isEmpty() && form.entries().stream().allMatch(entry -> isMade(form, entry))) return done(target);
        if (target.version() != version) return new Outcome.Stale(target.version());
        target.state().require(Verb.BREAK_DOWN);
        Parts parts = new Parts(target, rows.parts(target));
        Map<String, String> faults = form.faults(parts, offered(parts));
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        breakDown(parts, form, timeline.signature()).forEach(news::given);
        return done(target);
    }

    private boolean isMade(PartsForm form, PartsForm.Entry entry) {
        return rows.ofForm(form.key() + "/" + entry.code()).isPresent();
    }

    List<Target> breakDown(Parts parts, PartsForm form, Signature by) {
        Target whole = parts.whole();
        List<Target> made = form.entries().stream()
                .map(entry -> {
                    Optional<MemberUnit> unit = memberUnits.find(entry.code());
                    String region = unit.map(_ -> whole.region()).orElse(entry.code());
                    TargetForm part = form.part(whole, entry, region, unit.map(MemberUnit::code).orElse(""));
                    var ties = new TargetRows.Ties(whole.id(), TargetForm.number(entry.weight()), null, whole.documentId());
                    return insert(part, ties, by);
                })
                .toList();
        timeline.add(whole, "BREAK_DOWN", whole.state(), made.size() + "", by);
        return made;
    }

    /** Codes of the regions directly below and of the units that have no part yet. */
    Set<String> offered(Parts parts) {
        Set<String> offered = new LinkedHashSet<>();
        String region = parts.whole().region();
        units.children(region).stream().map(Unit::code).forEach(offered::add);
        unitsOf(region).stream().map(MemberUnit::code).forEach(offered::add);
        for (Target part : parts.parts()) {
            offered.remove(part.memberUnit() == null ? part.region() : Objects.requireNonNull(part.memberUnit()));
        }
        return offered;
    }

    /** The open member units of a government itself. */
    List<MemberUnit> unitsOf(String region) {
        return memberUnits.within(region).stream()
                .filter(unit -> unit.region().equals(region))
                .toList();
    }

    /** Proposes another target instead of one that counts; once somebody accepts it, the old one is kept as replaced. */
    public Outcome replace(long id, int version, TargetForm form) {
        Target target = rows.lock(id);
        TargetRights.require(Callers.current(), target, Verb.REPLACE);
        Optional<Target> made = rows.ofForm(form.key());
        if (made.isPresent()) return done(made.get());
        if (target.version() != version) return new Outcome.Stale(target.version());
        target.state().require(Verb.REPLACE);
        rows.inPlaceOf(target).ifPresent(TargetSteps::refuseSecond);
        return propose(
                form, new TargetRows.Ties(target.parent(), target.weightPct(), target.id(), target.documentId()));
    }

    private static void refuseSecond(Target other) {
        throw new StepRefused(
                "TG08",
                "已有一个替换它的目标待确认（编号 " + other.id() + "）；请先确认或撤销它。",
                "Target " + other.id() + " is proposed instead of it already. Maybe accept or withdraw that one first.");
    }

    private void requireAlone(Target target) {
        rows.sameAs(target)
                .filter(other -> !Objects.equals(other.id(), target.replaces()))
                .ifPresent(other -> {
                    throw new StepRefused(
                            "TG05",
                            "该地区同一期限已有“" + other.indicator() + "”目标（编号 " + other.id() + "）；如须调整，请在那里“以新换旧”。",
                            "Target " + other.id() + " counts already for this region, indicator and day. Maybe replace"
                                    + " that one.");
                });
    }

    private static void requireReached(Target target) {
        Standing now = target.standing();
        if (now != null && target.aim().isReachedBy(now.value())) return;
        TextUnit unit = target.aim().unit();
        String value = now == null ? "–" : unit.text(now.value(), 2);
        throw new StepRefused(
                "TG06",
                "最新进度 " + value + " 没有达到目标 " + target.aim().text(false) + "，不能认定完成；请先填报进度，或到期后认定未完成。",
                "The latest figure " + value + " does not reach " + target.aim().text(true)
                        + ". Maybe report on it first, or find it missed once it is due.");
    }

    private void requireMissed(Target target) {
        Standing now = target.standing();
        boolean reached = now != null && target.aim().isReachedBy(now.value());
        if (!reached && target.due().isBefore(clock.today())) return;
        throw new StepRefused(
                "TG07",
                reached ? "最新进度已经达到目标，不能认定未完成。" : "该目标 " + target.due() + " 才到期，现在不能认定未完成；不再执行的请撤销。",
                reached
                        ? "The latest figure reaches the target."
                        : "It is due on " + target.due() + ". Maybe withdraw it if it no longer holds.");
    }

    private static void requireReported(Target target) {
        target.measured().ifPresent(measure -> {
            throw new StepRefused(
                    "TG09",
                    "该目标由平台数据“" + measure.zh() + "”自动跟踪，不用填报。",
                    "This target is tracked by the platform's own figures (" + measure.en() + ") and takes no reports.");
        });
    }

    private static Outcome.Done done(Target target) {
        return new Outcome.Done("" + target.id());
    }
}
