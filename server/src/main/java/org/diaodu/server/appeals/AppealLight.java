package org.diaodu.server.appeals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.appeals.clock.DeadlineRule;
import org.diaodu.server.appeals.clock.Deadlines;
import org.diaodu.server.appeals.clock.Due;
import org.diaodu.server.appeals.clock.OfficeDays;
import org.diaodu.server.appeals.clock.Round;
import org.diaodu.server.appeals.clock.Term;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.standards.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The light of a term that is open: the rule {@value #ID}, asked with the days the rule on deadlines gives. Thread-safe. */
@Component
class AppealLight {

    static final String ID = "light-appeal";
    static final String RED = "红";
    static final String YELLOW = "黄";
    private static final Logger log = LoggerFactory.getLogger(AppealLight.class);

    private final Rules rules;
    private final DeadlineRule deadlines;
    private final WorkingDays calendar = WorkingDays.bundled().assumingWeekends();

    AppealLight(Rules rules) {
        this.rules = rules;
        this.deadlines = new DeadlineRule(rules);
    }

    /**
     * What the rule says of a term, and how far it is.
     *
     * @param colour 红, 黄 or 绿
     * @param over working days past its end, today counted; 0 on its last day, less before
     */
    record Light(String colour, int over) {}

    Light of(Round round, Due due, LocalDateTime now) {
        Deadlines days = deadlines.of(round.began().toLocalDate(), round.level(), round.urgency());
        int over = over(days, due.by(), now);
        try {
            Object colour = rules.rule(ID)
                    .asOf(now.toLocalDate())
                    .answer(inputs(days, due.term(), days.days(due.term()) + over))
                    .value();
            return new Light(colour instanceof String text ? text : "", over);
        } catch (RuleFault fault) { // a rule the province has broken hides nothing that is overdue
            log.warn("no light for an appeal: {}", fault.getMessage());
            return new Light(over > 0 ? RED : "", over);
        }
    }

    private int over(Deadlines days, LocalDateTime by, LocalDateTime now) {
        LocalDate today = new OfficeDays(calendar, days.opens(), days.closes()).dayOf(now);
        return calendar.between(by.toLocalDate(), today);
    }

    /** The values of the rule's inputs for a term of which so many working days are used. */
    static Map<String, Object> inputs(Deadlines days, Term term, int used) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("当前环节", stage(term));
        inputs.put("已用工作日", used);
        inputs.put("办理时限", days.days(term));
        inputs.put("延期提前", days.extensionAskedBefore());
        inputs.put("争议提出", days.dispute());
        inputs.put("催办", days.reminder());
        inputs.put("督办", days.supervision());
        inputs.put("通报", days.brief());
        inputs.put("已批准延期", term == Term.EXTENDED);
        return inputs;
    }

    private static String stage(Term term) {
        return switch (term) {
            case VERIFY -> "核实";
            case SETTLE -> "归属争议";
            case REPLY -> "答复";
            case RESOLVE, EXTENDED -> "办结";
        };
    }
}
