package org.diaodu.server.supply;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports the caller sees, as a list. */
@Component
public class ReportList extends Listing<ReportFilter, Report> {

    private static final String COUNT = "select count(*) from supply_report r {where}";
    private static final String LINES = "select r.* from supply_report r {where} {order} {page}";

    private static final Orders ORDERS = Orders.usually("due", "coalesce(r.due, timestamptz '9999-12-31')")
            .or("number", "r.number")
            .or("name", "r.enterprise_name")
            .or("region", "r.region")
            .or("kind", "r.kind")
            .or(
                    "state",
                    "array_position(array['REPORTED','RETURNED','CONFIRMED','ESCALATED','WRITTEN','REPLIED','SETTLED','WITHDRAWN'], r.state)")
            .or("stock", "r.stock_days")
            .or("risk", "r.output_at_risk")
            .or("province", "r.province")
            .or("reported", "r.reported_at")
            .then("r.id desc");

    private final BusinessClock clock;

    ReportList(JdbcClient jdbc, BusinessClock clock) {
        super(jdbc, COUNT, LINES, ORDERS);
        this.clock = clock;
    }

    /** The moment by which a report is late now. */
    public Instant now() {
        return SupplyDeadlines.now(clock);
    }

    @Override
    protected Conditions conditions(ReportFilter filter) {
        return new Conditions()
                .search("""
                        r.enterprise_name ilike '%' || :pattern || '%' or r.item ilike '%' || :pattern || '%'
                        or r.number like :pattern || '%'""", filter.text())
                .begins("r.region", filter.region())
                .is("r.kind", filter.kind())
                .is("r.province", filter.province())
                .where(!filter.overdue().isEmpty(), "r.due < :now")
                .value("now", Timestamp.from(now()))
                .is("r.state", filter.state(), Map.of("OPEN", "r.state not in ('SETTLED', 'WITHDRAWN')"));
    }

    @Override
    protected RowMapper<Report> reader() {
        return ReportRows::report;
    }
}
