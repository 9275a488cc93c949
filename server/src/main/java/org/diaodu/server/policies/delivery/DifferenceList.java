package org.diaodu.server.policies.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.SubjectId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a run found otherwise than the run before, as a list. */
@Component
public class DifferenceList extends Listing<DifferenceList.Filter, Difference> {

    private static final String COUNT = "select count(*) from match_difference d {where}";
    private static final String LINES = "select d.* from match_difference d {where} {order} {page}";
    private static final Orders ORDERS = Orders.usually("kind", """
            array_position(array['BROKEN','LOST','UNCERTAIN','FAULT','CONFLICT','AMOUNT','NEW'], d.kind)""")
            .or("name", "d.enterprise_name")
            .or("region", "d.region")
            .or("clause", "d.title")
            .or("after", "coalesce(d.after_fen, 0)")
            .then("d.id");

    DifferenceList(JdbcClient jdbc) {
        super(jdbc, COUNT, LINES, ORDERS);
    }

    /**
     * Which of them; "" leaves a field open.
     *
     * @param text part of an enterprise's or subject's name, or a credit code
     */
    public record Filter(long run, String text, String region, String kind) {}

    @Override
    protected Conditions conditions(Filter filter) {
        return new Conditions()
                .where("d.run = :run")
                .value("run", filter.run())
                .search("""
                        d.enterprise_name ilike '%' || :pattern || '%' or d.subject_name ilike '%' || :pattern || '%'
                        or d.credit_code = :text""", filter.text())
                .begins("d.region", filter.region())
                .is("d.kind", filter.kind());
    }

    @Override
    protected RowMapper<Difference> reader() {
        return DifferenceList::difference;
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                Difference.Kind.valueOf(row.getString("kind")),
                new Entitlement.Subject(
                        new SubjectId(
                                row.getLong("enterprise_id"),
                                row.getString("credit_code"),
                                SubjectKind.valueOf(row.getString("subject_kind")),
                                row.getString("subject_code")),
                        row.getString("enterprise_name"),
                        row.getString("subject_name")),
                row.getString("region"),
                row.getString("clause"),
                row.getString("title"),
                row.getString("title_en"),
                row.getObject("before_fen", Long.class),
                row.getObject("after_fen", Long.class),
                row.getString("entitlement"),
                row.getString("words_zh"),
                row.getString("words_en"));
    }
}
