package org.diaodu.server.policies.clauses;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.book.CaseReport;
import org.diaodu.rules.book.Finding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stands against publishing a draft. */
@Component
@Transactional(readOnly = true)
public class Objections {

    private static final int MOST = 8;

    private final ClauseChecks checks;

    Objections(ClauseChecks checks) {
        this.checks = checks;
    }

    /** One of them, in both languages. */
    public record Objection(String zh, String en) {}

    /** All of them, at most so many that a page can show; empty where the draft may be published. */
    public List<Objection> to(ClauseVersion draft) {
        List<Objection> against = new ArrayList<>();
        if (draft.text().reference().isBlank()) {
            against.add(new Objection("没有写依据：请填文号或出处。", "The source is missing: give the number of the text."));
        }
        if (draft.validFrom() == null) {
            against.add(new Objection("没有写生效日期。", "The day from which it holds is missing."));
        }
        ClauseCheck check = checks.of(draft);
        check.faults().stream().limit(MOST).forEach(fault -> against.add(told(fault)));
        check.rule().findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.ERROR)
                .limit(MOST)
                .forEach(finding -> against.add(new Objection(finding.zh(), finding.en())));
        if (check.clause() != null) {
            home(draft, against);
            CaseReport sql = checks.bySql(check.clause());
            if (sql.outcomes().isEmpty()) {
                against.add(new Objection("没有算例：至少要有一个。", "There is no worked case: at least one is needed."));
            } else if (against.isEmpty() && !sql.allHold()) {
                against.add(new Objection(
                        "批量计算（SQL）时有 " + (sql.outcomes().size() - sql.holding()) + " 个算例不成立。",
                        (sql.outcomes().size() - sql.holding()) + " worked cases do not hold by SQL."));
            }
        }
        return against;
    }

    private static void home(ClauseVersion draft, List<Objection> against) {
        String outside = ClauseRights.outside(draft.home(), draft.facets());
        if (outside != null) {
            against.add(new Objection(
                    "“" + outside + "”超出了本单位（" + draft.home() + "）：条款只能写本级、本地区的。",
                    "\"" + outside + "\" is not this unit's (" + draft.home()
                            + "): a clause is of its own level and region."));
        }
    }

    private static Objection told(PolicyFault fault) {
        return new Objection(fault.chinese(), fault.english());
    }
}
