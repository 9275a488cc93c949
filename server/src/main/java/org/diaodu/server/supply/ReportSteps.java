package org.diaodu.server.supply;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.supply.SupplyTimeline.Changed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the steps of a report, one at a time for each: the state, its event and its audit row commit together. */
@Component
@Transactional
public class ReportSteps {

    static final int LONGEST = 4_000;

    private final ReportRows rows;
    private final SupplyTimeline timeline;
    private final SupplyDeadlines deadlines;
    private final SupplyNews news;
    private final BusinessClock clock;

    ReportSteps(
            ReportRows rows, SupplyTimeline timeline, SupplyDeadlines deadlines, SupplyNews news, BusinessClock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.news = news;
        this.clock = clock;
    }

    /** Reports for the clerk's own enterprise; a form that is sent again gives the report it made. */
    public Outcome report(ReportForm form) {
        Caller caller = Callers.current();
        SupplyRights.require(SupplyRights.mayReport(caller), "上报", "report");
        Optional<Report> before = rows.ofForm(form.key());
        if (before.isPresent()) return new Outcome.Done(before.get().number());
        Map<String, String> faults = form.faults(clock.today());
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        Report.Subject subject = rows.subject(Objects.requireNonNull(caller.enterpriseId()), clock.today())
                .orElseThrow(this::notRegistered);
        String key = form.key().isBlank() ? null : form.key();
        Optional<Report> made = insert(subject, form.facts(), key, timeline.signature());
        made.ifPresent(report -> news.reported(report, report.version()));
        return new Outcome.Done(
                made.or(() -> rows.ofForm(form.key())).orElseThrow().number());
    }

    /** Makes a report signed by whoever reported; empty where the form was sent before. For loading as well. */
    Optional<Report> insert(Report.Subject subject, Facts facts, @Nullable String key, Signature by) {
        Instant due = deadlines.due(Term.VERIFY, facts, by.at());
        Optional<Report> made = rows.insert(subject, facts, due, key, by);
        made.ifPresent(report -> timeline.add(
                report, null, "REPORT", report.state().name(), facts.words(), by, new Changed(null, facts.told())));
        return made;
    }

    /** Reports again what was returned, as it should read now; {@code words} say what has changed. */
    public Outcome supplement(String number, int version, ReportForm form, String words) {
        Report report = rows.lock(number);
        require(report, Verb.SUPPLEMENT);
        if (report.version() != version) return new Outcome.Stale(report.version());
        ReportState after = report.state().supplement();
        Map<String, String> faults = form.faults(clock.today());
        if (words.length() > LONGEST) faults.put("note", "supply.fault.long");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        supplement(report, after, form.facts(), words, timeline.signature(report.stateSince()));
        news.reported(rows.find(report.id()).orElseThrow(), version + 1);
        return new Outcome.Done(number);
    }

    private void supplement(Report report, ReportState after, Facts facts, String words, Signature by) {
        rows.correct(report, facts, deadlines.due(Term.VERIFY, facts, by.at()), by);
        Map<String, Object> before = new LinkedHashMap<>(report.facts().told());
        timeline.add(report, null, Verb.SUPPLEMENT.name(), after.name(), words, by, new Changed(before, facts.told()));
    }

    /**
     * Takes one step on the version the caller saw; a letter and its reply are taken by {@link LetterSteps}.
     *
     * @param result what came of it, for settling
     * @param words the reason, or what was done
     */
    public Outcome step(String number, int version, Verb verb, String result, String words) {
        Report report = rows.lock(number);
        require(report, verb);
        if (report.version() != version) return new Outcome.Stale(report.version());
        Optional<Result> named = Result.named(result);
        ReportState after = after(report, verb, named.orElse(Result.UNSOLVED));
        Map<String, String> faults = faults(verb, words);
        if (verb == Verb.SETTLE && named.isEmpty()) faults.put("result", "supply.fault.result");
        if (!faults.isEmpty()) return new Outcome.Faulty(faults);
        move(report, verb, after, null, words, timeline.signature(report.stateSince()));
        news.stepped(report, verb, version + 1, words);
        return new Outcome.Done(number);
    }

    /** Takes a step of the past, signed by whoever took it; for loading. */
    void replay(Report report, Verb verb, Result result, String words, Signature by) {
        if (verb == Verb.SUPPLEMENT) {
            supplement(report, report.state().supplement(), report.facts(), words, by);
        } else {
            move(report, verb, after(report, verb, result), null, words, by);
        }
    }

    static void require(Report report, Verb verb) {
        SupplyRights.require(SupplyRights.may(Callers.current(), report, verb), verb.zh(), verb.en());
    }

    static Map<String, String> faults(Verb verb, String words) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (verb.needsWords() && words.isBlank()) faults.put("words", "supply.fault.words");
        if (words.length() > LONGEST) faults.put("words", "supply.fault.long");
        return faults;
    }

    /** Writes a step; {@code letter} is the one it is about. */
    void move(Report report, Verb verb, ReportState after, @Nullable Letter letter, String words, Signature by) {
        Term term = after.term();
        Instant due = term == null
                ? null
                : term == Term.REPLY && letter != null
                        ? deadlines.close(letter.replyBy(), report.facts())
                        : deadlines.due(term, report.facts(), by.at());
        rows.move(report, after, due, by);
        timeline.add(
                report,
                letter == null ? null : letter.id(),
                verb.name(),
                after.name(),
                words,
                by,
                Changed.from(report.state().name(), after.name()));
    }

    private static ReportState after(Report report, Verb verb, Result result) {
        return switch (verb) {
            case CONFIRM -> report.state().confirm();
            case RETURN -> report.state().sendBack();
            case SUPPLEMENT -> report.state().supplement();
            case PASS_UP -> report.state().passUp();
            case WRITE -> report.state().write();
            case REPLY -> report.state().reply();
            case SETTLE -> report.state().settle(result);
            case WITHDRAW -> report.state().withdraw();
        };
    }

    private Problem notRegistered() {
        return Problem.conflict(
                "SP06",
                "本企业 " + clock.today() + " 不在名录中，不能上报；请先联系所在地工信部门。",
                "The enterprise is not in the register on " + clock.today() + ". Maybe ask the bureau of its county.");
    }
}
