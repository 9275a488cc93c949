package org.diaodu.server.whitelist;

import java.util.Map;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries the caller sees, as a list. */
@Component
public class EntryList extends Listing<EntryFilter, WhiteListEntry> {

    private static final String COUNT = "select count(*) from white_list_entry w {where}";
    private static final String LINES = "select w.* from white_list_entry w {where} {order} {page}";

    private static final Orders ORDERS = Orders.usually(
                    "state", "array_position(array['APPLIED','GRANTED','REFUSED','REVOKED'], w.state)")
            .or("number", "w.number")
            .or("name", "w.enterprise_name")
            .or("region", "w.region")
            .or("kind", "w.kind")
            .or("until", "coalesce(w.valid_until, date '9999-12-31')")
            .or("since", "w.state_since")
            .then("w.id");

    private static final Map<String, String> STATES = Map.of(
            "GRANTED", "w.state = 'GRANTED' and not w.over and w.valid_until >= :today",
            "EXPIRED", "w.state = 'GRANTED' and (w.over or w.valid_until < :today)");

    private final EntryRows rows;
    private final BusinessClock clock;

    EntryList(JdbcClient jdbc, EntryRows rows, BusinessClock clock) {
        super(jdbc, COUNT, LINES, ORDERS);
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    protected Conditions conditions(EntryFilter filter) {
        return new Conditions()
                .search("""
                        w.enterprise_name ilike '%' || :pattern || '%' or w.number like :pattern || '%'
                        or w.credit_code = :text""", filter.text())
                .begins("w.region", filter.region())
                .is("w.kind", filter.kind())
                .is("w.origin", filter.origin())
                .is("w.state", filter.state(), STATES)
                .value("today", clock.today());
    }

    @Override
    protected RowMapper<WhiteListEntry> reader() {
        return rows::entry;
    }
}
