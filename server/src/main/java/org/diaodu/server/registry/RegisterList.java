package org.diaodu.server.registry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register within the caller's unit as a list, and what changed in it. */
@Component
public class RegisterList extends Listing<RegisterFilter, Registered> {

    private static final String FROM =
            " from enterprise e join enterprise_attributes a on a.enterprise_id = e.id {where}";
    private static final String LINES =
            "select " + EnterpriseRows.ENTERPRISE + ", " + EnterpriseRows.ATTRIBUTES + FROM + " {order} {page}";

    private static final Orders ORDERS = Orders.usually("code", "e.credit_code")
            .or("name", "a.name")
            .or("region", "a.region")
            .or("industry", "a.industry")
            .or("size", "array_position(array['LARGE','MEDIUM','SMALL','MICRO'], a.size)")
            .or("since", "a.valid_from")
            .then("e.credit_code");

    RegisterList(JdbcClient jdbc) {
        super(jdbc, "select count(*)" + FROM, LINES, ORDERS);
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

    @Override
    protected Conditions conditions(RegisterFilter filter) {
        return new Conditions()
                .where("a.valid_from <= :month and (a.valid_to is null or a.valid_to > :month)")
                .value("month", filter.month().atDay(1))
                .search(
                        "a.name ilike '%' || :pattern || '%' or e.credit_code like upper(:pattern) || '%'",
                        filter.text())
                .begins("a.region", filter.region())
                .begins("a.industry", filter.industry())
                .is("a.size", filter.size())
                .is("a.ownership", filter.ownership())
                .is("a.park", filter.park())
                .is("a.chain", filter.chain())
                .where("a.key_list = (:key = 'true')", "key", filter.keyList());
    }

    @Override
    protected RowMapper<Registered> reader() {
        return EnterpriseRows::registered;
    }
}
