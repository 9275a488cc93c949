package org.diaodu.server.policies.delivery;

import java.util.List;
import java.util.Map;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementState;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entitlements the caller sees, as a list. */
@Component
public class EntitlementList extends Listing<EntitlementFilter, Entitlement> {

    private static final String COUNT = "select count(*) from entitlement e {where}";
    private static final String LINES = "select e.* from entitlement e {where} {order} {page}";

    private static final Orders ORDERS = Orders.usually("since", "e.state_since")
            .or("number", "e.id")
            .or("name", "e.enterprise_name")
            .or("region", "e.region")
            .or("clause", "e.title")
            .or("due", "coalesce(e.due_fen, 0)")
            .or("state", """
                    array_position(array['FOUND','TOLD','OBJECTED','CONSENTED','NOTICED','PROPOSED','APPROVED','PAID','RECLAIMED',
                    'REFUNDED','DECLINED','LAPSED'], e.state)""")
            .then("e.id")
            .latestFirst();

    private static final Map<String, String> STATES =
            Map.of("STOOD", "e.state = 'NOTICED' and e.notice_until < :today");

    private final BusinessClock clock;

    EntitlementList(JdbcClient jdbc, BusinessClock clock) {
        super(jdbc, COUNT, LINES, ORDERS);
        this.clock = clock;
    }

    /** How many entitlements stand where, and what they come to in fen; for the heads of pages. */
    public record Stage(String state, long entries, long fen) {}

    /** By state, in the order of an entitlement's life. */
    public List<Stage> stages() {
        return jdbc.sql("""
                select state, count(*), coalesce(sum(coalesce(granted_fen, due_fen)), 0) from entitlement group by state
                order by array_position(:states::text[], state)
                """)
                .param("states", EntitlementState.NAMES.toArray(String[]::new))
                .query((row, number) -> new Stage(row.getString(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    /** A clause with its title, for filters. */
    public record Clause(String id, String title, String titleEn) {}

    public List<Clause> clauses() {
        return jdbc.sql(
                        "select distinct on (clause) clause, title, title_en from entitlement order by clause, clause_from desc")
                .query((row, number) -> new Clause(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    @Override
    protected Conditions conditions(EntitlementFilter filter) {
        return new Conditions()
                .search("""
                        e.enterprise_name ilike '%' || :pattern || '%' or e.subject_name ilike '%' || :pattern || '%'
                        or e.number like :pattern || '%' or e.credit_code = :text""", filter.text())
                .begins("e.region", filter.region())
                .is("e.clause", filter.clause())
                .is("e.benefit", filter.benefit())
                .is("e.state", filter.state(), STATES)
                .where(filter.doubt().equals("yes"), "e.doubt <> ''")
                .value("today", clock.today());
    }

    @Override
    protected RowMapper<Entitlement> reader() {
        return EntitlementRows::entitlement;
    }
}
