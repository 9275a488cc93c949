package org.diaodu.server.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The corrections the caller sees, as a list; those still to be decided on stand first. */
@Component
public class ExampleList extends Listing<ExampleFilter, ReadingExample> {

    static final String ROWS =
            "select e.*, d.number from reading_example e join published_document d on d.id = e.document_id";

    private static final String COUNT = "select count(*) from reading_example e {where}";
    private static final String LINES = ROWS + " {where} {order} {page}";

    private static final Orders ORDERS = Orders.usually(
                    "state", "array_position(array['OPEN','TAKEN','LEFT'], e.state)")
            .or("field", "e.field")
            .or("said", "e.said")
            .or("time", "e.proposed_at")
            .then("e.id");

    ExampleList(JdbcClient jdbc) {
        super(jdbc, COUNT, LINES, ORDERS);
    }

    @Override
    protected Conditions conditions(ExampleFilter filter) {
        return new Conditions()
                .search("""
                        e.said ilike '%' || :pattern || '%' or e.means ilike '%' || :pattern || '%'
                        or e.quote ilike '%' || :pattern || '%'""", filter.text())
                .is("e.state", filter.state())
                .is("e.field", filter.field());
    }

    @Override
    protected RowMapper<ReadingExample> reader() {
        return ExampleList::example;
    }

    static ReadingExample example(ResultSet row, int number) throws SQLException {
        return new ReadingExample(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("statement_id"),
                ExampleField.valueOf(row.getString("field")),
                row.getString("said"),
                row.getString("means"),
                row.getString("quote"),
                row.getString("proposed_by"),
                row.getString("proposed_by_name"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("state"),
                row.getInt("version"));
    }
}
