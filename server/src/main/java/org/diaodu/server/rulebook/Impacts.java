package org.diaodu.server.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.rulebook.Impact.Changed;
import org.diaodu.server.rulebook.Impact.Move;
import org.diaodu.server.rulebook.Impact.Total;
import org.diaodu.server.rulebook.Populations.Member;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges every enterprise by two versions of a rule and says who changes side. */
@Component
@Transactional(readOnly = true)
public class Impacts {

    static final int MOST = 50;

    private final EditionRows rows;
    private final DraftChecks checks;
    private final Populations populations;
    private final BusinessClock clock;

    Impacts(EditionRows rows, DraftChecks checks, Populations populations, BusinessClock clock) {
        this.rows = rows;
        this.checks = checks;
        this.populations = populations;
        this.clock = clock;
    }

    /**
     * The editor's content against the version it started from.
     *
     * @throws org.diaodu.rules.model.RuleFault where the content cannot be read as a version
     */
    public Impact of(Edition draft, DraftContent content, int rowVersion) {
        Population population = populations.of(draft.rule());
        if (population == null || draft.basedOn() == null) {
            return Impact.UNBOUND;
        }
        Edition base = rows.find(draft.rule(), draft.basedOn()).orElse(null);
        if (base == null) {
            return Impact.UNBOUND;
        }
        return compared(population, compiled(base.version()), compiled(checks.version(draft, content, rowVersion)));
    }

    private static CaseRule compiled(RuleVersion version) {
        return CaseRule.of(version.model(), version.clause().decision());
    }

    private Impact compared(Population population, CaseRule before, CaseRule after) {
        LocalDate day = clock.today();
        List<Member> members = populations.members(population, day);
        Map<Move, Integer> moves = new LinkedHashMap<>();
        Map<String, int[]> totals = new LinkedHashMap<>();
        List<Changed> changed = new ArrayList<>();
        int changes = 0;
        for (Member member : members) {
            String from = AnswerText.of(before.answer(member.inputs()));
            String to = AnswerText.of(after.answer(member.inputs()));
            totals.computeIfAbsent(from, answer -> new int[2])[0]++;
            totals.computeIfAbsent(to, answer -> new int[2])[1]++;
            if (!from.equals(to)) {
                changes++;
                moves.merge(new Move(from, to, 0), 1, Integer::sum);
                if (changed.size() < MOST) {
                    changed.add(new Changed(member.id(), member.name(), member.region(), values(member), from, to));
                }
            }
        }
        return new Impact(
                population,
                members.size(),
                changes,
                moves.entrySet().stream()
                        .map(entry -> new Move(
                                entry.getKey().from(), entry.getKey().to(), entry.getValue()))
                        .sorted(Comparator.comparing(Move::enterprises).reversed())
                        .toList(),
                totals.entrySet().stream()
                        .map(entry -> new Total(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                        .sorted(Comparator.comparing(Total::before).reversed())
                        .toList(),
                changed);
    }

    private static String values(Member member) {
        return member.inputs().entrySet().stream()
                .map(entry -> entry.getKey() + " " + AnswerText.of(entry.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
