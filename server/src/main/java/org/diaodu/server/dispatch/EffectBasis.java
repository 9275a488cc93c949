package org.diaodu.server.dispatch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.growth.effect.Design;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.GrowthFigures;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What effects are measured on: the closed periods of a province, and its cases. */
@Component
class EffectBasis {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LOOKS_BACK =
            Design.STANDARD.before() + Design.STANDARD.history() + Design.STANDARD.earlier();

    private final JdbcClient jdbc;
    private final GrowthFigures figures;

    EffectBasis(JdbcClient jdbc, GrowthFigures figures) {
        this.jdbc = jdbc;
        this.figures = figures;
    }

    /** A case with what it is grouped by. */
    record Subject(
            long id,
            String creditCode,
            Period opened,
            String region,
            String leadUnit,
            List<String> causes,
            List<String> kinds) {}

    /**
     * What there is at one moment.
     *
     * @param cases those that can be told apart; {@code doubles} the later of two opened for one enterprise in one period
     * @param periods closed ones the cases can be measured on, oldest first
     */
    record Found(
            GrowthFigures.Snapshot figures,
            List<Subject> cases,
            List<Subject> doubles,
            List<Period> periods,
            String figuresRevision,
            String casesRevision) {}

    Found of(Unit province) {
        GrowthFigures.Snapshot now = figures.of(new Scope(province.prefix(), null));
        List<Subject> cases = new ArrayList<>();
        List<Subject> doubles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Subject one : subjects(province)) {
            (seen.add(one.creditCode() + one.opened().iso()) ? cases : doubles).add(one);
        }
        List<Period> periods = periods(now, cases);
        return new Found(now, cases, doubles, periods, figuresRevision(now), casesRevision(province));
    }

    String figuresRevision(Unit province) {
        return figuresRevision(figures.of(new Scope(province.prefix(), null)));
    }

    /** Changes with every closing, reopening and parameter. */
    private static String figuresRevision(GrowthFigures.Snapshot now) {
        var text = new StringBuilder("p" + now.revision());
        for (Period period : now.periods()) {
            if (!now.isProvisional(period))
                text.append(' ').append(period.iso()).append(now.version(period));
        }
        return text.substring(0, text.indexOf(" ") < 0 ? text.length() : text.indexOf(" ")) + "-"
                + Integer.toHexString(text.toString().hashCode());
    }

    /** Changes with every case opened and whatever cases are grouped by. */
    String casesRevision(Unit province) {
        return jdbc.sql("""
                select (select count(*) || '-' || to_hex(coalesce(sum(hashtextextended(
                               concat_ws(' ', id, lead_unit, array_to_string(causes, ',')), 0) % 1000000007), 0)::bigint)
                        from dispatch_case where starts_with(region, :prefix))
                       || '-' || (select to_hex(coalesce(sum(hashtextextended(concat_ws(' ', case_id, kind), 0) % 1000000007), 0)::bigint)
                        from dispatch_measure where starts_with(region, :prefix) and state <> 'DROPPED')
                """)
                .param("prefix", province.prefix())
                .query(String.class)
                .single();
    }

    private List<Subject> subjects(Unit province) {
        return jdbc.sql("""
                select c.id, c.credit_code, c.opened_at, c.region, c.lead_unit, c.causes,
                       array(select distinct m.kind from dispatch_measure m
                             where m.case_id = c.id and m.state <> 'DROPPED' order by 1) as kinds
                from dispatch_case c where starts_with(c.region, :prefix) order by c.opened_at, c.id
                """)
                .param("prefix", province.prefix())
                .query((row, number) -> new Subject(
                        row.getLong("id"),
                        row.getString("credit_code"),
                        opened(row.getTimestamp("opened_at")
                                .toInstant()
                                .atZone(CHINA)
                                .toLocalDate()),
                        row.getString("region"),
                        row.getString("lead_unit"),
                        CaseRows.texts(row, "causes"),
                        CaseRows.texts(row, "kinds")))
                .list();
    }

    private static Period opened(LocalDate day) {
        return Period.month(YearMonth.from(day)).reporting();
    }

    /** From as long before the first case as a comparison looks back, to the last closed one. */
    private static List<Period> periods(GrowthFigures.Snapshot now, List<Subject> cases) {
        if (cases.isEmpty()) return List.of();
        Period first = cases.getFirst().opened().plusReporting(-LOOKS_BACK);
        return now.periods().stream()
                .filter(period -> !now.isProvisional(period) && period.compareTo(first) >= 0)
                .toList();
    }
}
