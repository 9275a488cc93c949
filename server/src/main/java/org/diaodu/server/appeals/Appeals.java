package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.appeals.clock.StepRefused;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.steps.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Raises appeals and reads them with their timelines and clocks, as far as the caller sees them. */
@Component
@Transactional(readOnly = true)
public class Appeals {

    private final AppealRows rows;
    private final AppealTimeline timeline;
    private final AppealClocks clocks;
    private final AppealRouting routing;
    private final Escalations escalations;
    private final AppealNews news;
    private final Enterprises enterprises;
    private final LookedAfter lookedAfter;

    Appeals(
            AppealRows rows,
            AppealTimeline timeline,
            AppealClocks clocks,
            AppealRouting routing,
            Escalations escalations,
            AppealNews news,
            Enterprises enterprises,
            LookedAfter lookedAfter) {
        this.rows = rows;
        this.timeline = timeline;
        this.clocks = clocks;
        this.routing = routing;
        this.escalations = escalations;
        this.news = news;
        this.enterprises = enterprises;
        this.lookedAfter = lookedAfter;
    }

    /** As below, without files. */
    @Transactional
    public Outcome raise(long enterprise, AppealForm form) {
        return raise(enterprise, form, Brought.NOTHING);
    }

    /**
     * Raises an appeal of an enterprise: by its clerk, or for it by whoever looks after it or the dispatcher of its region. The rule says which
     * unit it goes to. The same form sent again gives the number of the appeal it raised.
     *
     * @param files what came with the form; it is raised with all of them or not at all
     * @throws HandedOn where the caller looked after the enterprise and somebody else does by now
     */
    @Transactional
    public Outcome raise(long enterprise, AppealForm form, Brought files) {
        LocalDateTime now = clocks.now();
        Caller caller = Callers.current();
        boolean itself = caller.isSystem() || AppealRights.isClerkOf(caller, enterprise);
        Raising by = raising(enterprise, caller, now, itself ? Optional.empty() : lookedAfter.hold(enterprise));
        Map<String, String> faults = form.faults();
        if (!files.isSound()) faults.put("file", "appeals.fault.file");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Optional<String> before = rows.raisedBy(enterprise, form.once());
        if (before.isPresent()) return new Outcome.Done(before.get());
        Subject subject = Subject.valueOf(form.subject());
        MemberUnit unit = routing.route(subject, Unit.Level.COUNTY, by.raiser().region(), now.toLocalDate());
        return raise(by, form, files, unit, signed(by, now))
                .map(one -> (Outcome) new Outcome.Done(one.number()))
                .orElseGet(() ->
                        new Outcome.Done(rows.raisedBy(enterprise, form.once()).orElseThrow()));
    }

    /** The enterprise for which the caller may raise an appeal, or a page that says they may not. */
    public Appeal.Raiser raisable(long enterprise) {
        return raising(enterprise, Callers.current(), clocks.now(), lookedAfter.find(enterprise))
                .raiser();
    }

    /**
     * Whose appeal is raised.
     *
     * @param passedOnBy who raises it for the enterprise; "" where it does so itself
     */
    private record Raising(Appeal.Raiser raiser, String passedOnBy) {}

    private Raising raising(long enterprise, Caller caller, LocalDateTime now, Optional<LookedAfter.One> own) {
        Appeal.Raiser raiser = enterprises
                .find(enterprise, YearMonth.from(now))
                .map(one -> new Appeal.Raiser(enterprise, one.name(), one.region()))
                .or(() -> own.map(LookedAfter.One::raiser))
                .or(() -> lookedAfter.before(enterprise))
                .orElseThrow(() -> Problem.notFound(
                        "AP23", "没有这家企业，或它不在您的范围内。", "There is no such enterprise, or it is outside your own."));
        if (!AppealRights.mayRaise(caller, enterprise, raiser.region(), own.isPresent())
                && lookedAfter.before(enterprise).isPresent()) throw new HandedOn(raiser);
        AppealRights.requireRaise(caller, raiser, own.isPresent());
        if (caller.isSystem() || AppealRights.isClerkOf(caller, enterprise)) return new Raising(raiser, "");
        Unit unit = caller.unit();
        String dispatcher = caller.displayName() + (unit == null ? "" : "（" + unit.name() + "）");
        return new Raising(raiser, own.map(LookedAfter.One::leader).orElse(dispatcher));
    }

    private Signed signed(Raising by, LocalDateTime now) {
        Signed signed = timeline.signature(null, now);
        return by.passedOnBy().isEmpty()
                ? new Signed(signed.name(), signed.displayName(), by.raiser().name(), now)
                : signed;
    }

    /** Raises it, signed by whoever does; empty where the same form has come before. */
    private Optional<Appeal> raise(Raising raising, AppealForm form, Brought files, MemberUnit unit, Signed by) {
        Optional<Appeal> made = rows.insert(raising.raiser(), form, unit, by, raising.passedOnBy());
        made.ifPresent(one -> {
            var said = new AppealTimeline.Said(
                    Step.RAISED.name(), 1, form.words(), unit.level(), unit.code(), form.once());
            AppealEntry entry = timeline.add(one, said, "raised", by);
            timeline.hang(entry, files);
            rows.move(one, clocks.read(List.of(entry), one.urgency(), by.at()), AppealRows.Turn.of(one));
            news.tell(one, entry, unit.code(), unit.level());
        });
        return made;
    }

    public Optional<Appeal> find(String number) {
        return rows.find(number);
    }

    /** The appeal of this number, or a page that says there is none. */
    public Appeal get(String number) {
        return rows.find(number).orElseThrow(() -> notThere(number));
    }

    /** The appeal the caller has just raised; the enterprise may have gone to another leader since. */
    public Appeal raised(String number) {
        return rows.find(number)
                .orElseThrow(
                        () -> Problem.notFound(
                                "AP33",
                                "诉求 " + number + " 不在您的范围内。如果刚由您代企业提出：已经送达承办单位和企业，只是该企业现已不由您包联，由现在的包联人跟进。",
                                "Appeal " + number
                                        + " is outside your own. If you have just raised it for an enterprise: the unit and"
                                        + " the enterprise have it; you no longer look after the enterprise, and whoever does follows it."));
    }

    /** The appeal with all that its page shows. */
    public AppealFile open(String number) {
        Appeal one = get(number);
        Caller caller = Callers.current();
        List<AppealEntry> entries = timeline.of(one);
        LocalDateTime now = clocks.now(entries);
        boolean answered = one.state().equals("resolved") || one.state().equals("closed");
        return new AppealFile(
                one,
                entries,
                timeline.files(one, entries),
                clocks.read(entries, one.urgency(), now),
                escalations.of(one),
                possible(one, entries, now),
                !one.isOver() && AppealRights.works(caller, one),
                !one.isOver() && AppealRights.mayNote(caller, one),
                answered && one.satisfied() == null && AppealRights.isClerkOf(caller, one),
                routing.above(one.region()));
    }

    private Set<Step> possible(Appeal one, List<AppealEntry> entries, LocalDateTime now) {
        Signed by = timeline.signature(one, now);
        Set<Step> possible = EnumSet.noneOf(Step.class);
        for (Step step : clocks.replay(entries, one.urgency()).possible()) {
            if (AppealRights.may(Callers.current(), one, step) && goes(one, entries, step, by)) possible.add(step);
        }
        return possible;
    }

    /** Whether a step would go now: some are over by a certain moment, some are for somebody else. */
    private boolean goes(Appeal one, List<AppealEntry> entries, Step step, Signed by) {
        try {
            clocks.replay(entries, one.urgency()).accept(AppealSteps.candidate(one, step, step.zh(), by));
            return true;
        } catch (StepRefused refused) {
            return false;
        }
    }

    static Problem notThere(String number) {
        return Problem.notFound(
                "AP20",
                "没有诉求 " + number + "，或它不在您的范围内。",
                "There is no appeal " + number + ", or it is outside your own.");
    }
}
