package org.diaodu.server.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.registry.Regional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a meeting's agenda is drawn from: open cases with a red light, measures past their day, appeals overdue or nearly so. */
@Component
@Transactional(readOnly = true)
public class Agenda {

    private static final int MOST = 50;
    private static final String RED = "red";

    private final JdbcClient jdbc;
    private final AppealsOnAgenda appeals;
    private final BusinessClock clock;

    Agenda(JdbcClient jdbc, AppealsOnAgenda appeals, BusinessClock clock) {
        this.jdbc = jdbc;
        this.appeals = appeals;
        this.clock = clock;
    }

    /**
     * An item that could be on the agenda.
     *
     * @param key what a form sends for it: CASE-12, MEASURE-34 or APPEAL-S2022-0056
     * @param light red or amber, {@code why} what makes it so
     */
    public record Candidate(
            String key,
            Meeting.Source source,
            @Nullable Long caseId,
            @Nullable Long measureId,
            String number,
            String title,
            String light,
            String why) {

        /** An item of one's own. */
        static Candidate own(String title) {
            return new Candidate("", Meeting.Source.OTHER, null, null, "", title, RED, "");
        }

        /** An appeal. */
        public static Candidate appeal(String number, String title, String light, String why) {
            return new Candidate(
                    "APPEAL-" + number, Meeting.Source.APPEAL, null, null, number, shortened(title), light, why);
        }
    }

    /** The cases that cost most points, the measures longest late and the appeals due first that are not on the agenda yet. */
    public List<Candidate> of(Meeting meeting) {
        String prefix = Regional.prefix(meeting.region());
        List<Candidate> cases = jdbc.sql("""
                select c.id, c.number, c.enterprise_name, c.reasons[1] as why from dispatch_case c
                where c.light = '红' and c.state <> 'SIGNED_OFF' and starts_with(c.region, :prefix)
                  and not exists (select from meeting_item i
                                  where i.meeting_id = :meeting and i.case_id = c.id and i.measure_id is null)
                order by coalesce(c.contribution_pp, 0), c.id limit :most
                """)
                .param("prefix", prefix)
                .param("meeting", meeting.id())
                .param("most", MOST)
                .query((row, number) -> new Candidate(
                        "CASE-" + row.getLong("id"),
                        Meeting.Source.CASE,
                        row.getLong("id"),
                        null,
                        row.getString("number"),
                        row.getString("enterprise_name"),
                        RED,
                        row.getString("why") == null ? "" : row.getString("why")))
                .list();
        var all = new java.util.ArrayList<>(cases);
        all.addAll(late(meeting, prefix));
        all.addAll(pressing(meeting, prefix));
        return all;
    }

    private List<Candidate> pressing(Meeting meeting, String prefix) {
        Set<String> there =
                Set.copyOf(jdbc.sql("select number from meeting_item where meeting_id = :meeting and source = 'APPEAL'")
                        .param("meeting", meeting.id())
                        .query(String.class)
                        .list());
        return appeals.pressing(prefix, MOST).stream()
                .filter(item -> !there.contains(item.number()))
                .toList();
    }

    private List<Candidate> late(Meeting meeting, String prefix) {
        LocalDate today = clock.today();
        return jdbc.sql("""
                select m.id, m.case_id, m.words, m.due, c.number, c.enterprise_name, u.name
                from dispatch_measure m join dispatch_case c on c.id = m.case_id join member_unit u on u.code = m.owner_unit
                where m.state in ('PLANNED', 'AGREED') and m.due < :today and starts_with(m.region, :prefix)
                  and not exists (select from meeting_item i where i.meeting_id = :meeting and i.measure_id = m.id)
                order by m.due, m.id limit :most
                """)
                .param("today", today)
                .param("prefix", prefix)
                .param("meeting", meeting.id())
                .param("most", MOST)
                .query((row, number) -> {
                    LocalDate due = row.getObject("due", LocalDate.class);
                    return new Candidate(
                            "MEASURE-" + row.getLong("id"),
                            Meeting.Source.MEASURE,
                            row.getLong("case_id"),
                            row.getLong("id"),
                            row.getString("number"),
                            shortened(row.getString("enterprise_name") + "：" + row.getString("words")),
                            RED,
                            row.getString("name") + "，应于 " + due + " 完成，已超期 " + (today.toEpochDay() - due.toEpochDay())
                                    + " 天");
                })
                .list();
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 299) + "…";
    }
}
