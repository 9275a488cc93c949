package org.diaodu.server.dispatch;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meetings the caller sees, as a list. */
@Component
public class MeetingList {

    private final JdbcClient jdbc;

    MeetingList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A meeting in a list, with how many items and decisions it has. */
    public record Line(Meeting meeting, int items, int decisions) {}

    @Transactional(readOnly = true)
    public long count(String text, String state) {
        return asked("select count(*) from meeting m ", text, state, "")
                .query(Long.class)
                .single();
    }

    /** A page of the meetings the caller sees, the next or latest first. */
    @Transactional(readOnly = true)
    public List<Line> page(String text, String state, int page, int size) {
        return asked("""
                select m.*, (select count(*) from meeting_item i where i.meeting_id = m.id) as items,
                       (select count(*) from meeting_decision d join meeting_item i on i.id = d.item_id
                        where i.meeting_id = m.id) as decisions
                from meeting m
                """, text, state, " order by m.held_on desc, m.id desc limit :size offset :skip")
                .param("size", size)
                .param("skip", (page - 1L) * size)
                .query((row, number) ->
                        new Line(MeetingRows.meeting(row, number), row.getInt("items"), row.getInt("decisions")))
                .list();
    }

    private StatementSpec asked(String select, String text, String state, String end) {
        return jdbc.sql(select + """
                 where (:text = '' or m.title ilike '%' || :pattern || '%' or m.chair_name ilike '%' || :pattern || '%')
                   and (:state = '' or m.state = :state)
                """ + end)
                .param("text", text)
                .param("pattern", text.replaceAll("([\\\\%_])", "\\\\$1"))
                .param("state", state);
    }
}
