package org.diaodu.server.briefs;

import java.util.List;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.cockpit.Cockpits;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads briefs, as far as the caller sees them. */
@Component
@Transactional(readOnly = true)
public class Issues {

    private final IssueRows rows;
    private final Houses houses;
    private final Units units;
    private final Cockpits cockpits;

    Issues(IssueRows rows, Houses houses, Units units, Cockpits cockpits) {
        this.rows = rows;
        this.houses = houses;
        this.units = units;
        this.cockpits = cockpits;
    }

    /** The brief of this id, or a page that says there is none. */
    public Issue get(long id) {
        return rows.find(id).orElseThrow(() -> IssueRows.notThere(id));
    }

    /** Whether the caller writes briefs of their own unit. */
    public boolean mayWrite() {
        var caller = Callers.current();
        return caller.unit() != null
                && BriefRights.mayWrite(caller, caller.ownUnit().code());
    }

    public boolean mayWrite(Issue issue) {
        return !issue.isIssued() && BriefRights.mayWrite(Callers.current(), issue.region());
    }

    /** Whether the caller may issue it now: at once, or, where a second person has to, what another one proposed. */
    public boolean mayIssue(Issue issue) {
        boolean second = wantsSecondPerson(issue);
        boolean ready = issue.state() == (second ? Issue.State.PROPOSED : Issue.State.DRAFT);
        return ready && BriefRights.mayIssue(Callers.current(), issue, second);
    }

    /** Whether the house wants somebody to issue it who did not write it. */
    public boolean wantsSecondPerson(Issue issue) {
        return units.find(issue.region())
                .map(unit -> houses.of(unit, issue.audience()).secondPerson())
                .orElse(true);
    }

    /** The year-to-date periods the caller's unit has figures for, the latest first. */
    public List<Period> periods() {
        Unit unit = Callers.current().ownUnit();
        return cockpits.periods(unit).reversed().stream()
                .map(Period::toYearToDate)
                .toList();
    }
}
