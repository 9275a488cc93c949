package org.diaodu.server.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.appeals.clock.Measure;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.LongListing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The appeals the caller sees, as a list; and those of some enterprises. */
@Component
public class AppealList extends LongListing<AppealFilter, AppealLine> {

    private static final String COUNT = "select count(*) from appeal a {where}";

    private static final String SHOWN = """
            select a.*, u.name as unit_name, e.measure as farthest
            from p a join member_unit u on u.code = a.unit
            left join lateral (
                select measure from appeal_escalation where appeal_id = a.id and round = a.round
                order by array_position(array['BRIEF', 'SUPERVISION', 'REMINDER'], measure) limit 1) e on true
            """;

    private static final String LINES =
            "with p as (select a.* from appeal a {where} {order} {page}) " + SHOWN + "{order}";

    private static final Orders ORDERS = Orders.usually("due", "a.due")
            .or("number", "a.id")
            .or("name", "a.enterprise_name")
            .or("region", "a.region")
            .or("subject", "a.subject")
            .or("unit", "a.unit")
            .or(
                    "state",
                    "array_position(array['raised','disputed','taken','asked','resolved','closed','withdrawn'], a.state)")
            .or("since", "a.state_since")
            .ending(" nulls last, a.id", " desc nulls last, a.id");

    private static final Map<String, String> STATES = Map.of(
            "OPEN", "a.state not in ('closed', 'withdrawn')",
            "SETTLED", "a.state in ('resolved', 'closed')",
            "CLOSED", "a.state in ('closed', 'withdrawn')");

    private final AppealClocks clocks;

    AppealList(JdbcClient jdbc, AppealClocks clocks) {
        super(jdbc, COUNT, LINES, ORDERS);
        this.clocks = clocks;
    }

    /** The caller's own enterprise's, those to do something about first, then the latest. */
    public List<AppealLine> own() {
        return jdbc.sql("""
                with p as (select a.* from appeal a where a.enterprise_id = :own)
                """ + SHOWN + "order by array_position(array['asked', 'resolved'], a.state), a.id desc")
                .param("own", Callers.current().enterpriseId())
                .query(reader())
                .list();
    }

    /** An enterprise's as the caller sees them: those that are not over first, then the latest. */
    public List<AppealLine> ofEnterprise(long enterprise, int most) {
        return jdbc.sql("""
                with p as (select a.* from appeal a where a.enterprise_id = :enterprise
                           order by a.state in ('closed', 'withdrawn'), a.due nulls last, a.id desc limit :most)
                """ + SHOWN + "order by a.state in ('closed', 'withdrawn'), a.due nulls last, a.id desc")
                .param("enterprise", enterprise)
                .param("most", most)
                .query(reader())
                .list();
    }

    /** Those of some enterprises that are not over, by enterprise, what is due first on top. */
    public Map<Long, List<AppealLine>> open(Collection<Long> enterprises) {
        return jdbc
                .sql("""
                with p as (select a.* from appeal a
                           where a.enterprise_id = any(:enterprises) and a.state not in ('closed', 'withdrawn'))
                """ + SHOWN + "order by a.due nulls last, a.id")
                .param("enterprises", enterprises.toArray(Long[]::new))
                .query(reader())
                .list()
                .stream()
                .collect(Collectors.groupingBy(line -> line.appeal().raiser().enterpriseId()));
    }

    @Override
    protected Caller.Sight sight() {
        return Callers.current().sight();
    }

    @Override
    protected Conditions conditions(AppealFilter filter) {
        return new Conditions()
                .where(
                        "a.units @> array[:own]::text[]",
                        "own",
                        Callers.current().onlyUnit())
                .search("""
                        a.enterprise_name ilike '%' || :pattern || '%' or a.number like :pattern || '%'
                        or a.words ilike '%' || :pattern || '%'""", filter.text())
                .begins("a.region", filter.region())
                .is("a.state", filter.state(), STATES)
                .is("a.subject", filter.subject())
                .is("a.urgency", filter.urgency())
                .is("a.level", filter.level())
                .where("a.units @> array[:unit]::text[]", "unit", filter.unit())
                .where(filter.overdue().equals("true"), "a.due < :now")
                .value("now", AppealRows.stamp(clocks.now()))
                .where(filter.missed().equals("true") ? "a.missed" : "not a.missed", "missed", filter.missed())
                .where(filter.satisfied().equals("true"), "a.satisfied")
                .where(
                        filter.named().equals("true"),
                        "exists (select from appeal_escalation e where e.appeal_id = a.id and e.measure = 'BRIEF')");
    }

    @Override
    protected RowMapper<AppealLine> reader() {
        LocalDateTime now = clocks.now();
        return (row, number) -> line(row, now);
    }

    private static AppealLine line(ResultSet row, LocalDateTime now) throws SQLException {
        Appeal one = AppealRows.appeal(row, 0);
        String farthest = row.getString("farthest");
        return new AppealLine(
                one,
                row.getString("unit_name"),
                farthest == null ? null : Measure.valueOf(farthest),
                AppealLine.isOverdue(one, now));
    }
}
