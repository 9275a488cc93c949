package org.diaodu.server.supply;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads reports with their letters and timelines, as far as the caller sees them. */
@Component
@Transactional(readOnly = true)
public class Reports {

    private final ReportRows rows;
    private final LetterRows letters;
    private final SupplyTimeline timeline;

    Reports(ReportRows rows, LetterRows letters, SupplyTimeline timeline) {
        this.rows = rows;
        this.letters = letters;
        this.timeline = timeline;
    }

    /** The report of this number, or a page that says there is none. */
    public Report get(String number) {
        return rows.find(number).orElseThrow(() -> ReportRows.notThere(number));
    }

    /** What happened, oldest first. */
    public List<SupplyEvent> timeline(Report report) {
        return timeline.of(report);
    }

    /** The letters about it, the first one first. */
    public List<Letter> letters(Report report) {
        return letters.of(report);
    }

    /** Every report of the clerk's own enterprise, the latest first. */
    public List<Report> mine() {
        Long own = Callers.current().enterpriseId();
        return own == null ? List.of() : rows.ofEnterprise(own);
    }

    /** The verbs the caller may do to the report as it stands. */
    public Set<Verb> possible(Report report) {
        Caller caller = Callers.current();
        return caller.isSystem() ? EnumSet.noneOf(Verb.class) : SupplyRights.may(caller, report);
    }
}
