package org.diaodu.server.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.Scope;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.database.LastLook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is due, late and waiting, by member unit, as far as the caller sees it. */
@Component
@Transactional(readOnly = true)
public class UnitBoard {

    /** Days ahead that count as due soon. */
    public static final int SOON = 7;

    private static final int LATEST = 100;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final LastLook<Seen, List<Line>> lines = new LastLook<>();
    private final LastLook<Seen, List<Late>> late = new LastLook<>();

    /** Whoever sees the same rows on the same day sees the same board. */
    private record Seen(Scope scope, String memberUnit, LocalDate today) {}

    UnitBoard(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One unit.
     *
     * @param open measures it still has to do, {@code soon} of them due within a week, {@code late} past their day
     * @param done measures it has done
     * @param toPlan cases it leads that wait for it: for a plan, to begin, or to report
     * @param toDecide cases it leads that wait for the dispatcher or leader: for agreement, a check or the signing off
     */
    public record Line(MemberUnit unit, int open, int soon, int late, int done, int toPlan, int toDecide) {}

    /** A measure past its day. */
    public record Late(String number, String enterprise, String words, String unit, LocalDate due, long days) {}

    /** Every unit that has or had something to do, the one with most late first. */
    public List<Line> lines() {
        return lines.get(seen(), this::lookLines);
    }

    private Seen seen() {
        Caller caller = Callers.current();
        String unit = caller.memberUnit() == null ? "" : caller.memberUnit();
        return new Seen(caller.scope(), unit, clock.today());
    }

    private List<Line> lookLines() {
        return jdbc.sql("""
                select u.code, u.name, u.region, u.closed, coalesce(m.open, 0) as open, coalesce(m.soon, 0) as soon,
                       coalesce(m.late, 0) as late, coalesce(m.done, 0) as done, coalesce(c.plan, 0) as to_plan,
                       coalesce(c.decide, 0) as to_decide
                from member_unit u
                left join (
                    select owner_unit, count(*) filter (where state in ('PLANNED', 'AGREED')) as open,
                           count(*) filter (where state in ('PLANNED', 'AGREED') and due between :today and :soon) as soon,
                           count(*) filter (where state in ('PLANNED', 'AGREED') and due < :today) as late,
                           count(*) filter (where state = 'DONE') as done
                    from dispatch_measure group by owner_unit) m on m.owner_unit = u.code
                left join (
                    select lead_unit,
                           count(*) filter (where state in ('OPENED', 'SENT_BACK', 'CHANGING', 'REOPENED', 'AGREED')) as plan,
                           count(*) filter (where state in ('PROPOSED', 'REPORTED', 'CHECKED')) as decide
                    from dispatch_case group by lead_unit) c on c.lead_unit = u.code
                where m.owner_unit is not null or c.lead_unit is not null
                order by late desc, open desc, u.region, u.code
                """)
                .param("today", clock.today())
                .param("soon", clock.today().plusDays(SOON))
                .query((row, number) -> new Line(
                        new MemberUnit(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("region"),
                                row.getBoolean("closed")),
                        row.getInt("open"),
                        row.getInt("soon"),
                        row.getInt("late"),
                        row.getInt("done"),
                        row.getInt("to_plan"),
                        row.getInt("to_decide")))
                .list();
    }

    /** The measures longest past their day. */
    public List<Late> late() {
        return late.get(seen(), this::lookLate);
    }

    private List<Late> lookLate() {
        LocalDate today = clock.today();
        return jdbc.sql("""
                select c.number, c.enterprise_name, m.words, u.name, m.due
                from dispatch_measure m join dispatch_case c on c.id = m.case_id join member_unit u on u.code = m.owner_unit
                where m.state in ('PLANNED', 'AGREED') and m.due < :today order by m.due, m.id limit :most
                """)
                .param("today", today)
                .param("most", LATEST)
                .query((row, number) -> {
                    LocalDate due = row.getObject("due", LocalDate.class);
                    return new Late(
                            row.getString("number"),
                            row.getString("enterprise_name"),
                            row.getString("words"),
                            row.getString("name"),
                            due,
                            today.toEpochDay() - due.toEpochDay());
                })
                .list();
    }
}
