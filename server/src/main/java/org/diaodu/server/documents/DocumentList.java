package org.diaodu.server.documents;

import java.time.LocalDate;
import java.util.Map;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents the caller sees, as a list. */
@Component
public class DocumentList extends Listing<DocumentFilter, DocumentLine> {

    private static final String COUNT = "select count(*) from published_document d {where}";
    private static final String LINES = """
            select d.number, d.title, d.source, d.published, d.region, d.read_by_name, d.read_at,
                   coalesce(s.found, 0) found, coalesce(s.open, 0) open
            from published_document d
            left join lateral (select count(*) found, count(*) filter (where state = 'READ') open
                               from document_statement where document_id = d.id) s on true
            {where} {order} {page}""";

    private static final Orders ORDERS = Orders.usually("time", "d.read_at")
            .or("number", "d.number")
            .or("title", "d.title")
            .or("published", "coalesce(d.published, date '0001-01-01')")
            .or("statements", "coalesce(s.found, 0)")
            .or("open", "coalesce(s.open, 0)")
            .then("d.id")
            .latestFirst();

    private static final String OPEN =
            "exists (select from document_statement x where x.document_id = d.id and x.state = 'READ')";
    private static final Map<String, String> STATES = Map.of("open", OPEN, "done", "not " + OPEN);

    DocumentList(JdbcClient jdbc) {
        super(jdbc, COUNT, LINES, ORDERS);
    }

    @Override
    protected Conditions conditions(DocumentFilter filter) {
        return new Conditions()
                .search("""
                        d.title ilike '%' || :pattern || '%' or d.source ilike '%' || :pattern || '%'
                        or d.number like :pattern || '%' or d.content ilike '%' || :pattern || '%'""", filter.text())
                .is("d.state", STATES.containsKey(filter.state()) ? filter.state() : "", STATES);
    }

    @Override
    protected RowMapper<DocumentLine> reader() {
        return (row, number) -> new DocumentLine(
                row.getString("number"),
                row.getString("title"),
                row.getString("source"),
                row.getObject("published", LocalDate.class),
                row.getString("region"),
                row.getString("read_by_name"),
                row.getTimestamp("read_at").toInstant(),
                row.getInt("found"),
                row.getInt("open"));
    }
}
