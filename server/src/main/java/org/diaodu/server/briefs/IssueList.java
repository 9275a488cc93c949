package org.diaodu.server.briefs;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The briefs the caller sees, as a list; the latest period comes first unless somebody asks otherwise. */
@Component
public class IssueList extends Listing<IssueFilter, IssueLine> {

    private static final String COUNT = "select count(*) from brief b {where}";
    private static final String LINES = """
            select b.id, b.region, b.audience, b.period, b.title, b.state, b.number, b.issued_on, b.changed_by, b.changed_at
            from brief b {where} {order} {page}
            """;
    private static final Orders ORDERS = Orders.usually("period", "b.period")
            .latestFirst()
            .or("title", "b.title")
            .or("audience", "b.audience")
            .or("state", "array_position(array['DRAFT', 'PROPOSED', 'ISSUED'], b.state)")
            .or("number", "b.number")
            .or("changed", "b.changed_at")
            .then("b.id desc");

    IssueList(JdbcClient jdbc) {
        super(jdbc, COUNT, LINES, ORDERS);
    }

    @Override
    protected Conditions conditions(IssueFilter filter) {
        return new Conditions()
                .search("b.title ilike '%' || :pattern || '%' or b.number ilike '%' || :pattern || '%'", filter.text())
                .begins("b.region", filter.region())
                .is("b.audience", filter.audience())
                .is("b.state", filter.state())
                .begins("b.period", filter.year());
    }

    @Override
    protected RowMapper<IssueLine> reader() {
        return IssueList::line;
    }

    private static IssueLine line(ResultSet row, int number) throws SQLException {
        return new IssueLine(
                row.getLong("id"),
                row.getString("region"),
                Audience.valueOf(row.getString("audience")),
                Period.parse(row.getString("period")),
                row.getString("title"),
                Issue.State.valueOf(row.getString("state")),
                row.getString("number"),
                row.getObject("issued_on", java.time.LocalDate.class),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
