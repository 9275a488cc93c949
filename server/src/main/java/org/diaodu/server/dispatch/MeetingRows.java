package org.diaodu.server.dispatch;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.steps.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of {@code meeting}, its items, decisions and timeline. */
@Component
class MeetingRows {

    private final JdbcClient jdbc;

    MeetingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Meeting> find(long id) {
        return jdbc.sql("select * from meeting where id = :id")
                .param("id", id)
                .query(MeetingRows::meeting)
                .optional();
    }

    /** The meeting as it is, and nobody else changes it before this transaction ends. */
    Optional<Meeting> lock(long id) {
        return jdbc.sql("select * from meeting where id = :id for update")
                .param("id", id)
                .query(MeetingRows::meeting)
                .optional();
    }

    long insert(String region, MeetingForm form, String chairName, String by) {
        return filled(jdbc.sql("""
                                insert into meeting (region, title, held_on, begins_at, place, chair, chair_name, units, people,
                                        prepared_by)
                                values (:region, :title, :day, :begins, :place, :chair, :chairName, :units, :people, :by)
                                returning id
                                """), form, chairName)
                .param("region", region)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void rewrite(Meeting meeting, MeetingForm form, String chairName) {
        filled(jdbc.sql("""
                                update meeting set title = :title, held_on = :day, begins_at = :begins, place = :place, chair = :chair,
                                       chair_name = :chairName, units = :units, people = :people, version = version + 1
                                where id = :id
                                """), form, chairName).param("id", meeting.id()).update();
    }

    private static StatementSpec filled(StatementSpec spec, MeetingForm form, String chairName) {
        return spec.param("title", form.title())
                .param("day", LocalDate.parse(form.day()))
                .param("begins", LocalTime.parse(form.begins()))
                .param("place", form.place())
                .param("chair", form.chair())
                .param("chairName", chairName)
                .param("units", form.units().toArray(String[]::new))
                .param("people", form.people());
    }

    void move(Meeting meeting, MeetingState to) {
        jdbc.sql("update meeting set state = :state, version = version + 1 where id = :id")
                .param("state", to.name())
                .param("id", meeting.id())
                .update();
    }

    /** Its agenda or minutes changed. */
    void touch(Meeting meeting) {
        jdbc.sql("update meeting set version = version + 1 where id = :id")
                .param("id", meeting.id())
                .update();
    }

    List<Meeting.Item> items(Meeting meeting) {
        Map<Long, List<Meeting.Decision>> decisions = new LinkedHashMap<>();
        jdbc.sql("""
                select d.* from meeting_decision d join meeting_item i on i.id = d.item_id
                where i.meeting_id = :meeting order by d.id
                """).param("meeting", meeting.id()).query(row -> {
            decisions
                    .computeIfAbsent(row.getLong("item_id"), _ -> new ArrayList<>())
                    .add(decision(row));
        });
        return jdbc.sql("select * from meeting_item where meeting_id = :meeting order by position, id")
                .param("meeting", meeting.id())
                .query((row, number) -> new Meeting.Item(
                        row.getLong("id"),
                        Meeting.Source.valueOf(row.getString("source")),
                        row.getLong("case_id"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("light"),
                        row.getString("why"),
                        row.getString("minutes"),
                        decisions.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Adds an item at the end; one that is on the agenda already is left alone. */
    void add(Meeting meeting, Agenda.Candidate item) {
        jdbc.sql("""
                insert into meeting_item (meeting_id, position, source, case_id, measure_id, number, title, light, why)
                select :meeting, coalesce((select max(position) from meeting_item where meeting_id = :meeting), 0) + 1,
                       :source, :case, :measure, :number, :title, :light, :why
                on conflict do nothing
                """)
                .param("meeting", meeting.id())
                .param("source", item.source().name())
                .param("case", item.caseId(), Types.BIGINT)
                .param("measure", item.measureId(), Types.BIGINT)
                .param("number", item.number())
                .param("title", item.title())
                .param("light", item.light())
                .param("why", item.why())
                .update();
    }

    void write(long item, String title, String minutes) {
        jdbc.sql("update meeting_item set title = :title, minutes = :minutes where id = :id")
                .param("title", title)
                .param("minutes", minutes)
                .param("id", item)
                .update();
    }

    void remove(long item) {
        jdbc.sql("delete from meeting_item where id = :id").param("id", item).update();
    }

    /** Puts the items in this order. */
    void order(List<Long> items) {
        jdbc.sql("""
                update meeting_item i set position = n.position
                from unnest(:items::bigint[]) with ordinality as n(id, position) where i.id = n.id
                """).param("items", items.toArray(Long[]::new)).update();
    }

    void decide(long item, MeasureForm form, String by) {
        jdbc.sql("""
                insert into meeting_decision (item_id, words, owner_unit, due, expected, kind, written_by)
                values (:item, :words, :owner, :due, :expected, :kind, :by)
                """)
                .param("item", item)
                .param("words", form.words())
                .param("owner", form.ownerUnit())
                .param("due", Date.valueOf(form.dueDate()))
                .param("expected", form.expected())
                .param("kind", form.kind().name())
                .param("by", by)
                .update();
    }

    void undecide(long decision) {
        jdbc.sql("delete from meeting_decision where id = :id and measure_id is null and appeal_event is null")
                .param("id", decision)
                .update();
    }

    void became(long decision, long measure) {
        jdbc.sql("update meeting_decision set measure_id = :measure where id = :id")
                .param("measure", measure)
                .param("id", decision)
                .update();
    }

    /** It became a row of its appeal's timeline. */
    void told(long decision, long event) {
        jdbc.sql("update meeting_decision set appeal_event = :event where id = :id")
                .param("event", event)
                .param("id", decision)
                .update();
    }

    void tell(long meeting, String kind, String words, Signature by) {
        jdbc.sql("""
                insert into meeting_event (meeting_id, at, kind, actor, actor_name, actor_unit, words)
                values (:meeting, :at, :kind, :actor, :name, :unit, :words)
                """)
                .param("meeting", meeting)
                .param("at", Timestamp.from(by.at()))
                .param("kind", kind)
                .param("actor", by.name())
                .param("name", by.displayName())
                .param("unit", by.unit())
                .param("words", words)
                .update();
    }

    List<Meeting.Event> events(Meeting meeting) {
        return jdbc.sql("select * from meeting_event where meeting_id = :meeting order by at, id")
                .param("meeting", meeting.id())
                .query((row, number) -> new Meeting.Event(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("actor_name"),
                        row.getString("actor_unit"),
                        row.getString("words")))
                .list();
    }

    private static Meeting.Decision decision(ResultSet row) throws SQLException {
        boolean carried =
                row.getObject("measure_id", Long.class) != null || row.getObject("appeal_event", Long.class) != null;
        return new Meeting.Decision(
                row.getLong("id"),
                row.getString("words"),
                row.getString("owner_unit"),
                row.getObject("due", LocalDate.class),
                row.getString("expected"),
                MeasureKind.named(row.getString("kind")),
                row.getString("written_by"),
                carried);
    }

    static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getLong("id"),
                row.getString("region"),
                row.getString("title"),
                row.getObject("held_on", LocalDate.class),
                row.getObject("begins_at", LocalTime.class),
                row.getString("place"),
                row.getString("chair"),
                row.getString("chair_name"),
                CaseRows.texts(row, "units"),
                row.getString("people"),
                MeetingState.valueOf(row.getString("state")),
                row.getString("prepared_by"),
                row.getInt("version"));
    }
}
