package org.diaodu.server.briefs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.brief.BriefFault;
import org.diaodu.bulletin.brief.Run;
import org.diaodu.bulletin.brief.Template;
import org.diaodu.bulletin.brief.WordEdits;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signatures;
import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, edits and issues briefs. */
@Component
@Transactional
public class IssueSteps {

    private static final int LONGEST_TEMPLATE = 40_000;

    private final IssueRows rows;
    private final BriefFacts facts;
    private final Houses houses;
    private final Units units;
    private final Signatures signatures;
    private final BusinessClock clock;
    private final Audit audit;

    IssueSteps(
            IssueRows rows,
            BriefFacts facts,
            Houses houses,
            Units units,
            Signatures signatures,
            BusinessClock clock,
            Audit audit) {
        this.rows = rows;
        this.facts = facts;
        this.houses = houses;
        this.units = units;
        this.signatures = signatures;
        this.clock = clock;
        this.audit = audit;
    }

    /** Writes a brief of the caller's unit from the house's template and the figures as they stand; returns its id. */
    public long make(Period period, Audience audience) {
        Unit unit = Callers.current().ownUnit();
        BriefRights.requireWriting(unit.code());
        House house = houses.of(unit, audience);
        TakenFacts taken = facts.of(unit, period, audience);
        long id = rows.insert(unit.code(), house, period, taken, title(house.template(), taken), signatures.now());
        record(id, "make", period.iso() + " " + audience.name());
        return id;
    }

    /** Puts other words in the place of a line of its template, counted from 1; empty ones take the line away. */
    public Outcome line(long id, int version, int line, String words) {
        Issue issue = draft(id);
        if (issue.version() != version) return new Outcome.Stale(issue.version());
        List<String> lines = new ArrayList<>(issue.template().lines().toList());
        if (line < 1 || line > lines.size()) {
            throw new StepRefused(
                    "BR24",
                    "简报里没有第 " + line + " 行，请刷新页面。",
                    "The brief has no line " + line + ". Maybe reload the page.");
        }
        lines.set(line - 1, words.strip());
        return write(issue, String.join("\n", lines) + "\n");
    }

    /** Puts another text in the place of its whole template. */
    public Outcome text(long id, int version, String text) {
        Issue issue = draft(id);
        return issue.version() == version ? write(issue, text) : new Outcome.Stale(issue.version());
    }

    /** Takes back what was edited in Word; what was noticed is returned. */
    public List<WordEdits.Remark> word(long id, byte[] docx) {
        Issue issue = draft(id);
        var edited = WordEdits.read(docx, issue.written().brief(), Template.of(issue.template()), issue.facts());
        Outcome written = write(issue, edited.template());
        if (written instanceof Outcome.Faulty) {
            throw new BriefFault(
                    "BR13",
                    "文稿太长：模板最多 " + LONGEST_TEMPLATE + " 字。",
                    "The text is too long: a template has at most " + LONGEST_TEMPLATE + " characters.");
        }
        return edited.remarks();
    }

    /** Takes the figures as they stand now. */
    public void figures(long id) {
        Issue issue = draft(id);
        Unit unit = units.find(issue.region()).orElseThrow(() -> IssueRows.notThere(id));
        TakenFacts taken = facts.of(unit, issue.period(), issue.audience());
        rows.write(issue, taken, title(issue.template(), taken), signatures.now());
        record(id, "figures", taken.version());
    }

    /** Puts it to a second person, who issues it or returns it. */
    public void propose(long id) {
        Issue issue = draft(id);
        rows.move(issue, Issue.State.PROPOSED, signatures.now());
        record(id, "propose", "");
    }

    /** Gives it back to be changed. */
    public void giveBack(long id) {
        Issue issue = rows.lock(id);
        boolean own = BriefRights.mayWrite(Callers.current(), issue.region());
        if (!own) BriefRights.requireIssuing(issue, false);
        require(issue, Issue.State.PROPOSED);
        rows.move(issue, Issue.State.DRAFT, signatures.now());
        record(id, "return", "");
    }

    /** Gives it its number and its day; from now on it stays as it is. */
    public String issue(long id) {
        Issue issue = rows.lock(id);
        boolean second = houses.of(
                        units.find(issue.region()).orElseThrow(() -> IssueRows.notThere(id)), issue.audience())
                .secondPerson();
        BriefRights.requireIssuing(issue, second);
        require(issue, second ? Issue.State.PROPOSED : Issue.State.DRAFT);
        LocalDate today = clock.today();
        String number = number(today.getYear(), rows.nextSerial(issue, today.getYear()));
        rows.issue(issue, number, today, signatures.now());
        record(id, "issue", number);
        return number;
    }

    /** Makes its wording the house's: the next briefs begin with it. */
    public Outcome adopt(long id) {
        Issue issue = rows.find(id).orElseThrow(() -> IssueRows.notThere(id));
        BriefRights.requireWriting(issue.region());
        Unit unit = units.find(issue.region()).orElseThrow(() -> IssueRows.notThere(id));
        House house = houses.of(unit, issue.audience());
        return houses.save(
                unit,
                new House(
                        house.unit(),
                        house.audience(),
                        house.name(),
                        house.issuer(),
                        issue.template(),
                        house.secondPerson(),
                        house.version()));
    }

    /** Throws a draft away. */
    public void remove(long id) {
        Issue issue = draft(id);
        rows.delete(issue);
        record(id, "delete", issue.title());
    }

    private Outcome write(Issue issue, String template) {
        if (template.isBlank() || template.length() > LONGEST_TEMPLATE) {
            return new Outcome.Faulty(Map.of("words", "briefs.fault.template"));
        }
        String title = title(template, new TakenFacts(issue.facts(), issue.figures(), issue.provisional()));
        rows.write(issue, template, title, signatures.now());
        record(issue.id(), "edit", "");
        return new Outcome.Done();
    }

    private Issue draft(long id) {
        Issue issue = rows.lock(id);
        BriefRights.requireWriting(issue.region());
        require(issue, Issue.State.DRAFT);
        return issue;
    }

    private static void require(Issue issue, Issue.State state) {
        if (issue.state() == state) return;
        String zh = switch (issue.state()) {
            case DRAFT -> "还是草稿，请先提交签发";
            case PROPOSED -> "已提交签发，退回后才能修改";
            case ISSUED -> "已签发，不能再改";
        };
        throw new StepRefused(
                "BR25",
                "这期简报" + zh + "。",
                "The brief is " + issue.state().name().toLowerCase(java.util.Locale.ROOT) + ", so this cannot be done."
                        + " Maybe reload the page.");
    }

    static String number(int year, int serial) {
        return year + "年第" + serial + "期";
    }

    /** The title as it is printed. */
    static String title(String template, TakenFacts taken) {
        var masthead = new org.diaodu.bulletin.brief.Masthead("", "", "", "", "");
        return Run.text(
                Template.of(template).write(masthead, taken.facts()).brief().title());
    }

    private void record(long id, String step, String words) {
        audit.record("brief." + step, "brief", "" + id, null, words.isEmpty() ? null : Map.of("said", words), null);
    }
}
