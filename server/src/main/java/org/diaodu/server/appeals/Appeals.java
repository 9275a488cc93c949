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
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.Registered;
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

    Appeals(
            AppealRows rows,
            AppealTimeline timeline,
            AppealClocks clocks,
            AppealRouting routing,
            Escalations escalations,
            AppealNews news,
            Enterprises enterprises) {
        this.rows = rows;
        this.timeline = timeline;
        this.clocks = clocks;
        this.routing = routing;
        this.escalations = escalations;
        this.news = news;
        this.enterprises = enterprises;
    }

    /** As below, without files. */
    @Transactional
    public Outcome raise(long enterprise, AppealForm form) {
        return raise(enterprise, form, Brought.NOTHING);
    }

    /**
     * Raises an appeal of an enterprise: by its clerk, or on its behalf by a leader or dispatcher of its region. The rule says which
     * unit it goes to. The same form sent again gives the number of the appeal it raised.
     *
     * @param files what came with the form; it is raised with all of them or not at all
     */
    @Transactional
    public Outcome raise(long enterprise, AppealForm form, Brought files) {
        LocalDateTime now = clocks.now();
        Registered registered = enterprises
                .find(enterprise, YearMonth.from(now))
                .orElseThrow(() -> Problem.notFound(
                        "AP23", "没有这家企业，或它不在您的范围内。", "There is no such enterprise, or it is outside your own."));
        Caller caller = Callers.current();
        AppealRights.require(AppealRights.mayRaise(caller, enterprise, registered.region()), "提出诉求", "raised");
        Map<String, String> faults = form.faults();
        if (!files.isSound()) faults.put("file", "appeals.fault.file");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Optional<String> before = rows.raisedBy(enterprise, form.once());
        if (before.isPresent()) return new Outcome.Done(before.get());
        var raiser = new Appeal.Raiser(enterprise, registered.name(), registered.region());
        Subject subject = Subject.valueOf(form.subject());
        MemberUnit unit = routing.route(subject, Unit.Level.COUNTY, raiser.region(), now.toLocalDate());
        Signed signed = timeline.signature(null, now);
        String speaksFor = caller.has(Role.CLERK) ? raiser.name() : signed.unit();
        return raise(raiser, form, files, unit, new Signed(signed.name(), signed.displayName(), speaksFor, now))
                .map(one -> (Outcome) new Outcome.Done(one.number()))
                .orElseGet(() ->
                        new Outcome.Done(rows.raisedBy(enterprise, form.once()).orElseThrow()));
    }

    /** Raises it, signed by whoever does; empty where the same form has come before. */
    Optional<Appeal> raise(Appeal.Raiser raiser, AppealForm form, Brought files, MemberUnit unit, Signed by) {
        Optional<Appeal> made = rows.insert(raiser, form, unit, by);
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
