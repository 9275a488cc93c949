package org.diaodu.server.briefs;

import java.time.LocalDate;
import java.time.ZoneId;
import org.diaodu.server.access.Unit;
import org.diaodu.server.steps.Signature;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads briefs as they would have been made, from the figures as they stand. */
@Component
@Transactional
public class BriefLoading {

    private final IssueRows rows;
    private final BriefFacts facts;
    private final Houses houses;

    BriefLoading(IssueRows rows, BriefFacts facts, Houses houses) {
        this.rows = rows;
        this.facts = facts;
        this.houses = houses;
    }

    /** Makes a brief, and issues it where somebody did; returns its id. */
    public long load(Unit unit, Period period, Audience audience, Signature by, @Nullable Signature issuedBy) {
        House house = houses.of(unit, audience);
        TakenFacts taken = facts.of(unit, period, audience);
        long id = rows.insert(unit.code(), house, period, taken, IssueSteps.title(house.template(), taken), by);
        if (issuedBy != null) {
            Issue issue = rows.lock(id);
            LocalDate on = LocalDate.ofInstant(issuedBy.at(), ZoneId.of("Asia/Shanghai"));
            String number = IssueSteps.number(on.getYear(), rows.nextSerial(issue, on.getYear()));
            rows.issue(issue, number, on, issuedBy);
        }
        return id;
    }
}
