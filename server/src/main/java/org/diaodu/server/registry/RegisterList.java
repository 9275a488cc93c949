package org.diaodu.server.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of the register within the caller's unit: searched, sorted, a page at a time or all of them. */
@Component
@Transactional(readOnly = true)
public class RegisterList {
    private static final String FROM = """
             from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
            where a.valid_from <= :month and (a.valid_to is null or a.valid_to > :month)
            """;

    private final JdbcClient jdbc;

    RegisterList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count(RegisterFilter filter) {
        return filtered("select count(*)" + from(filter), filter)
                .query(Long.class)
                .single();
    }

    public List<Registered> page(RegisterFilter filter, RegisterOrder order, boolean descending, int page, int size) {
        return filtered(
                        "select " + EnterpriseRows.ENTERPRISE + ", " + EnterpriseRows.ATTRIBUTES + from(filter)
                                + " order by " + order.sql(descending) + " limit :most offset :skip",
                        filter)
                .param("most", size)
                .param("skip", (long) (page - 1) * size)
                .query(EnterpriseRows::registered)
                .list();
    }

    /** Hands over every enterprise of the list, one after another. */
    public void each(RegisterFilter filter, RegisterOrder order, boolean descending, Consumer<Registered> consumer) {
        filtered(
                        "select " + EnterpriseRows.ENTERPRISE + ", " + EnterpriseRows.ATTRIBUTES + from(filter)
                                + " order by " + order.sql(descending),
                        filter)
                .query(row -> {
                    consumer.accept(EnterpriseRows.registered(row, 0));
                });
    }

    /** A change of the list, with the enterprise it is about. */
    public record Moved(
            long enterpriseId, String creditCode, String name, String region, ListChange change, String by) {}

    /** Entries, exits and new plants taking effect from one month to another, newest first. */
    public List<Moved> changes(YearMonth from, YearMonth until) {
        return jdbc.sql("""
                select c.enterprise_id, e.credit_code, c.region, c.kind, c.effective, c.reason, c.recorded_by,
                       (select a.name from enterprise_attributes a where a.enterprise_id = c.enterprise_id
                         order by a.valid_from desc limit 1) as name
                from list_change c join enterprise e on e.id = c.enterprise_id
                where c.effective between :from and :until order by c.effective desc, c.kind, e.credit_code
                """)
                .param("from", from.atDay(1))
                .param("until", until.atDay(1))
                .query((row, number) -> new Moved(
                        row.getLong("enterprise_id"),
                        row.getString("credit_code"),
                        row.getString("name"),
                        row.getString("region"),
                        new ListChange(
                                ListChange.Kind.valueOf(row.getString("kind")),
                                YearMonth.from(row.getObject("effective", LocalDate.class)),
                                row.getString("reason")),
                        row.getString("recorded_by")))
                .list();
    }

    /** The parks and chains in use, to choose from. */
    public record Groups(SortedSet<String> parks, SortedSet<String> chains) {}

    public Groups groups(YearMonth month) {
        Groups groups = new Groups(new TreeSet<>(), new TreeSet<>());
        jdbc.sql("""
                select distinct park, chain from enterprise_attributes
                where valid_from <= :month and (valid_to is null or valid_to > :month)
                """).param("month", month.atDay(1)).query(row -> {
            groups.parks().add(row.getString("park"));
            groups.chains().add(row.getString("chain"));
        });
        groups.parks().remove("");
        groups.chains().remove("");
        return groups;
    }

    /** Only what the filter asks for stands in the statement, so that PostgreSQL can plan for it. */
    private static String from(RegisterFilter filter) {
        StringBuilder from = new StringBuilder(FROM);
        if (!filter.text().isEmpty()) {
            from.append(" and (a.name ilike '%' || :pattern || '%' or e.credit_code like upper(:pattern) || '%')");
        }
        if (!filter.region().isEmpty()) from.append(" and starts_with(a.region, :region)");
        if (!filter.industry().isEmpty()) from.append(" and starts_with(a.industry, :industry)");
        if (!filter.size().isEmpty()) from.append(" and a.size = :size");
        if (!filter.ownership().isEmpty()) from.append(" and a.ownership = :ownership");
        if (!filter.park().isEmpty()) from.append(" and a.park = :park");
        if (!filter.chain().isEmpty()) from.append(" and a.chain = :chain");
        if (!filter.keyList().isEmpty()) from.append(" and a.key_list = (:key = 'true')");
        return from.toString();
    }

    private StatementSpec filtered(String sql, RegisterFilter filter) {
        return jdbc.sql(sql)
                .param("month", filter.month().atDay(1))
                .param("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .param("region", filter.region())
                .param("industry", filter.industry())
                .param("size", filter.size())
                .param("ownership", filter.ownership())
                .param("park", filter.park())
                .param("chain", filter.chain())
                .param("key", filter.keyList());
    }
}
