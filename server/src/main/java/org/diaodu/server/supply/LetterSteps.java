package org.diaodu.server.supply;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.server.supply.SupplyTimeline.Changed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes letters to other provinces and registers those from there, one at a time for each. */
@Component
@Transactional
public class LetterSteps {

    private final LetterRows rows;
    private final ReportRows reports;
    private final ReportSteps steps;
    private final SupplyTimeline timeline;
    private final SupplyNews news;
    private final SupplyProperties properties;
    private final MemberUnits units;
    private final BusinessClock clock;

    LetterSteps(
            LetterRows rows,
            ReportRows reports,
            ReportSteps steps,
            SupplyTimeline timeline,
            SupplyNews news,
            SupplyProperties properties,
            MemberUnits units,
            BusinessClock clock) {
        this.rows = rows;
        this.reports = reports;
        this.steps = steps;
        this.timeline = timeline;
        this.news = news;
        this.properties = properties;
        this.units = units;
        this.clock = clock;
    }

    /** Turns a report into a letter to another province; a form that is sent again gives the letter it made. */
    public Outcome write(String number, int version, LetterForm form) {
        Report report = reports.lock(number);
        ReportSteps.require(report, Verb.WRITE);
        Optional<Letter> before = rows.ofForm(form.key());
        if (before.isPresent()) return new Outcome.Done("" + before.get().id());
        if (report.version() != version) return new Outcome.Stale(report.version());
        ReportState after = report.state().write();
        requireAcross(report);
        Map<String, String> faults = form.faultsOut(clock.today(), report.ownProvince());
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Letter letter = write(report, after, form, clock.today(), timeline.signature(report.stateSince()));
        news.stepped(report, Verb.WRITE, version + 1, letter.officeShown());
        return new Outcome.Done("" + letter.id());
    }

    /** Writes it signed by whoever did; for loading as well. */
    Letter write(Report report, ReportState after, LetterForm form, LocalDate dated, Signature by) {
        int year = dated.getYear();
        String number = properties.mark() + "〔" + year + "〕" + rows.nextSerial(year) + "号";
        Letter letter = rows.insert(Letter.Direction.OUT, number, report, report.region(), form, dated, by)
                .orElseThrow(() -> new IllegalStateException("letter " + number + " is there"));
        steps.move(report, Verb.WRITE, after, letter, number + " " + letter.officeShown(), by);
        return letter;
    }

    /** Records what the other province answered to the last letter. */
    public Outcome reply(String number, int version, String repliedOn, String words) {
        Report report = reports.lock(number);
        ReportSteps.require(report, Verb.REPLY);
        if (report.version() != version) return new Outcome.Stale(report.version());
        ReportState after = report.state().reply();
        Letter letter = rows.of(report).getLast();
        Map<String, String> faults = ReportSteps.faults(Verb.REPLY, words);
        LocalDate day = ReportForm.day(repliedOn);
        if (day == null || day.isAfter(clock.today()) || day.isBefore(letter.dated()))
            faults.put("repliedOn", "supply.fault.repliedOn");
        if (!faults.isEmpty() || day == null) return new Outcome.Faulty(faults);
        reply(report, after, letter, day, words, timeline.signature(report.stateSince()));
        news.stepped(report, Verb.REPLY, version + 1, words);
        return new Outcome.Done(number);
    }

    void reply(Report report, ReportState after, Letter letter, LocalDate day, String words, Signature by) {
        rows.move(letter, letter.state().answer(), words, day, by);
        steps.move(report, Verb.REPLY, after, letter, words, by);
    }

    /** Registers a letter from another province; one that is registered already is refused with where it is. */
    public Outcome register(LetterForm form) {
        Caller caller = Callers.current();
        SupplyRights.require(SupplyRights.mayWrite(caller, caller.ownUnit().code()), "登记来函", "register letters");
        Optional<Letter> before = rows.ofForm(form.key());
        if (before.isPresent()) return new Outcome.Done("" + before.get().id());
        Map<String, String> faults =
                form.faultsIn(clock.today(), caller.ownUnit().code());
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Optional<Letter> made = register(form, caller.ownUnit().code(), timeline.signature());
        return new Outcome.Done(""
                + made.or(() -> rows.ofForm(form.key()))
                        .orElseThrow(() -> registered(form))
                        .id());
    }

    /** Registers it signed by whoever did; for loading as well. */
    Optional<Letter> register(LetterForm form, String province, Signature by) {
        Optional<Letter> made =
                rows.insert(Letter.Direction.IN, form.number().strip(), null, province, form, form.day(), by);
        made.ifPresent(letter -> timeline.add(
                letter,
                "REGISTER",
                letter.state().name(),
                letter.number() + " " + letter.subject(),
                by,
                Changed.to(letter.state().name())));
        return made;
    }

    /**
     * Takes one step on a letter from another province, on the version the caller saw.
     *
     * @param unit the member unit it is given to
     * @param repliedOn the day of our answer, and {@code words} what it says, or what the unit is asked to do
     */
    public Outcome step(long id, int version, LetterState.Verb verb, String unit, String repliedOn, String words) {
        Letter letter = rows.lock(id);
        SupplyRights.require(SupplyRights.may(Callers.current(), letter, verb), verb.zh(), verb.en());
        if (letter.version() != version) return new Outcome.Stale(letter.version());
        LetterState after = verb == LetterState.Verb.GIVE
                ? letter.state().give(unit)
                : letter.state().answer();
        LocalDate day = ReportForm.day(repliedOn);
        Map<String, String> faults = faults(letter, verb, unit, day, words);
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        step(letter, after, day, words, timeline.signature(letter.stateSince()));
        if (verb == LetterState.Verb.GIVE) news.given(letter, unit, words);
        else news.answered(letter, words);
        return new Outcome.Done("" + id);
    }

    void step(Letter letter, LetterState after, @Nullable LocalDate day, String words, Signature by) {
        boolean answered = after instanceof LetterState.Answered;
        rows.move(letter, after, answered ? words : "", answered ? day : null, by);
        String told = after instanceof LetterState.Given(String unit)
                ? units.find(unit).map(MemberUnit::name).orElse(unit) + (words.isBlank() ? "" : "：" + words)
                : words;
        timeline.add(
                letter,
                answered ? "ANSWER" : "GIVE",
                after.name(),
                told,
                by,
                Changed.from(letter.state().name(), after.name()));
    }

    /** Another unit has it from now on, because the one that had it hands over all it has. */
    void handOver(Letter letter, String unit, String words) {
        LetterState after = letter.state().give(unit);
        Signature by = timeline.signature(letter.stateSince());
        rows.move(letter, after, "", null, by);
        timeline.add(
                letter,
                "HAND_OVER",
                after.name(),
                words,
                by,
                Changed.from(letter.state().name(), after.name()));
        news.given(letter, unit, words);
    }

    private Map<String, String> faults(
            Letter letter, LetterState.Verb verb, String unit, @Nullable LocalDate day, String words) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (words.length() > ReportSteps.LONGEST) faults.put("words", "supply.fault.long");
        switch (verb) {
            case GIVE -> {
                boolean offered =
                        offered(letter).stream().anyMatch(one -> one.code().equals(unit));
                if (!offered || units.hold(unit).isEmpty()) faults.put("unit", "supply.fault.unit");
            }
            case ANSWER -> {
                if (words.isBlank()) faults.put("words", "supply.fault.words");
                if (day == null || day.isAfter(clock.today()) || day.isBefore(letter.dated()))
                    faults.put("repliedOn", "supply.fault.repliedOn");
            }
        }
        return faults;
    }

    /** The open member units a letter from another province may be given to. */
    List<MemberUnit> offered(Letter letter) {
        return units.within(letter.region().substring(0, 2));
    }

    private static void requireAcross(Report report) {
        if (!report.isAcrossProvinces()) {
            throw new StepRefused(
                    "SP03",
                    "该上报的货源或受阻地点在本省，不需要协调函；请直接协调后办结。",
                    "What this report asks for lies in the own province and needs no letter. Maybe settle it here.");
        }
    }

    private StepRefused registered(LetterForm form) {
        return new StepRefused(
                "SP07",
                "来函 " + form.number().strip() + " 已经登记；请在来往函中按文号查找。",
                "Letter " + form.number().strip() + " is registered already. Maybe look for its number in the list.");
    }
}
