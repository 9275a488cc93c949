package org.diaodu.server.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.appeals.clock.Measure;
import org.diaodu.server.database.LastLook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the appeals the caller sees: filtered, sorted, a page at a time or all of them. */
@Component
@Transactional(readOnly = true)
public class AppealList {

    private static final String LINES = """
            select a.*, u.name as unit_name, e.measure as farthest
            from p a join member_unit u on u.code = a.unit
            left join lateral (
                select measure from appeal_escalation where appeal_id = a.id and round = a.round
                order by array_position(array['BRIEF', 'SUPERVISION', 'REMINDER'], measure) limit 1) e on true
            order by
            """;

    private record Counted(Scope scope, String memberUnit, AppealFilter filter) {}

    private final JdbcClient jdbc;
    private final AppealClocks clocks;
    private final LastLook<Counted, Long> counts = new LastLook<>();

    AppealList(JdbcClient jdbc, AppealClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    /** How many there are, counted again once something was written. */
    public long count(AppealFilter filter) {
        return counts.get(
                new Counted(Callers.current().scope(), memberUnit(), filter),
                () -> filtered("select count(*) from appeal a" + where(filter), filter)
                        .query(Long.class)
                        .single());
    }

    public List<AppealLine> page(AppealFilter filter, AppealOrder order, boolean descending, int page, int size) {
        LocalDateTime now = clocks.now();
        return filtered(lines(filter, order, descending, " limit :size offset :skip"), filter)
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query((row, number) -> line(row, now))
                .list();
    }

    /** Hands over every appeal of the list, one after another. */
    public void each(AppealFilter filter, AppealOrder order, boolean descending, Consumer<AppealLine> consumer) {
        LocalDateTime now = clocks.now();
        filtered(lines(filter, order, descending, ""), filter).query(row -> {
            consumer.accept(line(row, now));
        });
    }

    /** The caller's own enterprise's, those to do something about first, then the latest. */
    public List<AppealLine> own() {
        LocalDateTime now = clocks.now();
        return jdbc.sql("""
                with p as (select a.* from appeal a where a.enterprise_id = :own)
                """ + LINES + "array_position(array['asked', 'resolved'], a.state), a.id desc")
                .param("own", Callers.current().enterpriseId())
                .query((row, number) -> line(row, now))
                .list();
    }

    /** An enterprise's as the caller sees them: those that are not over first, then the latest. */
    public List<AppealLine> ofEnterprise(long enterprise, int most) {
        LocalDateTime now = clocks.now();
        return jdbc.sql("""
                with p as (select a.* from appeal a where a.enterprise_id = :enterprise
                           order by a.state in ('closed', 'withdrawn'), a.due nulls last, a.id desc limit :most)
                """ + LINES + "a.state in ('closed', 'withdrawn'), a.due nulls last, a.id desc")
                .param("enterprise", enterprise)
                .param("most", most)
                .query((row, number) -> line(row, now))
                .list();
    }

    /** Those of some enterprises that are not over, by enterprise, what is due first on top. */
    public Map<Long, List<AppealLine>> open(Collection<Long> enterprises) {
        LocalDateTime now = clocks.now();
        return jdbc
                .sql("""
                with p as (select a.* from appeal a
                           where a.enterprise_id = any(:enterprises) and a.state not in ('closed', 'withdrawn'))
                """ + LINES + "a.due nulls last, a.id")
                .param("enterprises", enterprises.toArray(Long[]::new))
                .query((row, number) -> line(row, now))
                .list()
                .stream()
                .collect(Collectors.groupingBy(line -> line.appeal().raiser().enterpriseId()));
    }

    private static String lines(AppealFilter filter, AppealOrder order, boolean descending, String limit) {
        String sorted = order.sql(descending);
        return "with p as (select a.* from appeal a" + where(filter) + " order by " + sorted + limit + ") " + LINES
                + sorted;
    }

    private static String memberUnit() {
        return Objects.requireNonNullElse(Callers.current().memberUnit(), "");
    }

    /** Says only what the filter asks for, so that the database plans for just that. */
    private static String where(AppealFilter filter) {
        var where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        if (!memberUnit().isEmpty() && Callers.current().scope().equals(Scope.NOTHING)) {
            where.add("a.units @> array[:own]::text[]");
        }
        if (!filter.text().isEmpty()) {
            where.add("(a.enterprise_name ilike '%' || :pattern || '%' or a.number like :pattern || '%'"
                    + " or a.words ilike '%' || :pattern || '%')");
        }
        if (!filter.region().isEmpty()) where.add("starts_with(a.region, :region)");
        if (filter.state().equals("OPEN")) where.add("a.state not in ('closed', 'withdrawn')");
        else if (filter.state().equals("SETTLED")) where.add("a.state in ('resolved', 'closed')");
        else if (filter.state().equals("CLOSED")) where.add("a.state in ('closed', 'withdrawn')");
        else if (!filter.state().isEmpty()) where.add("a.state = :state");
        if (!filter.subject().isEmpty()) where.add("a.subject = :subject");
        if (!filter.urgency().isEmpty()) where.add("a.urgency = :urgency");
        if (!filter.level().isEmpty()) where.add("a.level = :level");
        if (!filter.unit().isEmpty()) where.add("a.units @> array[:unit]::text[]");
        if (filter.overdue().equals("true")) where.add("a.due < :now");
        if (!filter.missed().isEmpty()) where.add(filter.missed().equals("true") ? "a.missed" : "not a.missed");
        if (filter.satisfied().equals("true")) where.add("a.satisfied");
        if (filter.named().equals("true")) {
            where.add("exists (select from appeal_escalation e where e.appeal_id = a.id and e.measure = 'BRIEF')");
        }
        return where.toString();
    }

    private StatementSpec filtered(String sql, AppealFilter filter) {
        return jdbc.sql(sql)
                .param("own", memberUnit())
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("region", filter.region())
                .param("state", filter.state())
                .param("subject", filter.subject())
                .param("urgency", filter.urgency())
                .param("level", filter.level())
                .param("unit", filter.unit())
                .param("overdue", filter.overdue())
                .param("named", filter.named())
                .param("missed", filter.missed())
                .param("satisfied", filter.satisfied())
                .param("now", AppealRows.stamp(clocks.now()));
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
