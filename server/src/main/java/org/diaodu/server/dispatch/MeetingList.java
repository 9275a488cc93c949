package org.diaodu.server.dispatch;

import org.diaodu.server.lists.Conditions;
import org.diaodu.server.lists.Listing;
import org.diaodu.server.lists.Orders;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meetings the caller sees, as a list, the next or latest first. */
@Component
public class MeetingList extends Listing<MeetingFilter, MeetingList.Line> {

    private static final String COUNT = "select count(*) from meeting m {where}";

    private static final String LINES = """
            select m.*, (select count(*) from meeting_item i where i.meeting_id = m.id) as items,
                   (select count(*) from meeting_decision d join meeting_item i on i.id = d.item_id
                    where i.meeting_id = m.id) as decisions
            from meeting m {where} {order} {page}
            """;

    MeetingList(JdbcClient jdbc) {
        super(jdbc, COUNT, LINES, Orders.always("m.held_on desc, m.id desc"));
    }

    /** A meeting in a list, with how many items and decisions it has. */
    public record Line(Meeting meeting, int items, int decisions) {}

    @Override
    protected Conditions conditions(MeetingFilter filter) {
        return new Conditions()
                .search(
                        "m.title ilike '%' || :pattern || '%' or m.chair_name ilike '%' || :pattern || '%'",
                        filter.text())
                .is("m.state", filter.state());
    }

    @Override
    protected RowMapper<Line> reader() {
        return (row, number) ->
                new Line(MeetingRows.meeting(row, number), row.getInt("items"), row.getInt("decisions"));
    }
}
