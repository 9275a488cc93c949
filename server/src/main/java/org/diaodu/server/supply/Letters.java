package org.diaodu.server.supply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.registry.Regional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads letters, as far as the caller sees them, and proposes how one could read. */
@Component
@Transactional(readOnly = true)
public class Letters {

    private final LetterRows rows;
    private final LetterSteps steps;
    private final SupplyTimeline timeline;
    private final SupplyDeadlines deadlines;
    private final SupplyProperties properties;
    private final BusinessClock clock;

    Letters(
            LetterRows rows,
            LetterSteps steps,
            SupplyTimeline timeline,
            SupplyDeadlines deadlines,
            SupplyProperties properties,
            BusinessClock clock) {
        this.rows = rows;
        this.steps = steps;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.properties = properties;
        this.clock = clock;
    }

    /** The letter of this id, or a page that says there is none. */
    public Letter get(long id) {
        return rows.find(id).orElseThrow(() -> LetterRows.notThere(id));
    }

    /** What happened, oldest first. */
    public List<SupplyEvent> timeline(Letter letter) {
        return timeline.of(letter);
    }

    /** What the caller may do to the letter as it stands. */
    public Set<LetterState.Verb> possible(Letter letter) {
        return SupplyRights.may(Callers.current(), letter);
    }

    /** The member units it may be given to. */
    public List<MemberUnit> offered(Letter letter) {
        return steps.offered(letter);
    }

    /** Whether the caller may register letters from other provinces. */
    public boolean mayRegister() {
        var caller = Callers.current();
        return caller.unit() != null
                && SupplyRights.mayWrite(caller, caller.ownUnit().code());
    }

    /** Denies whoever may not register letters. */
    public void requireRegistering() {
        SupplyRights.require(mayRegister(), "登记来函", "register letters");
    }

    /** The office that signs letters of a province. */
    public String sender(String region) {
        String province = region.substring(0, 2) + "0000";
        return properties.sender().isBlank()
                ? Provinces.name(province).orElse(Regional.name(province)) + "工业专班"
                : properties.sender();
    }

    /** A letter about a report as it could be sent, to be read and changed before it is. */
    public LetterForm proposal(Report report, String key) {
        ReportSteps.require(report, Verb.WRITE);
        Facts facts = report.facts();
        Instant due = deadlines.due(Term.REPLY, facts, SupplyDeadlines.now(clock));
        LocalDate replyBy =
                LocalDateTime.ofInstant(due, SupplyDeadlines.BEIJING).toLocalDate();
        String name = report.subject().name();
        return new LetterForm(
                key,
                "",
                facts.province(),
                Provinces.name(facts.province()).orElse("") + "工业和信息化厅",
                "关于请协调解决" + name + facts.item() + facts.trouble().zh() + "问题的函",
                asked(facts),
                "",
                replyBy.toString(),
                Callers.current().displayName(),
                "");
    }

    private static String asked(Facts facts) {
        return switch (facts.trouble()) {
            case MATERIAL, PART ->
                "请协调" + facts.supplier() + "在做好防控的前提下恢复生产和发货，优先保障上述" + facts.item() + "供应；确有困难的，请告知可供货的时间和数量。";
            case TRANSPORT -> "请协调有关方面保障上述货物运输车辆在贵省通行、装卸和中转，并请告知可行的线路和接驳办法。";
            case STAFF -> "请协调有关方面为上述人员通行提供便利，并请告知需要的手续。";
        };
    }
}
