package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Logs visits and ticks off what came of them. */
@Component
@Transactional
public class Visits {

    private final JdbcClient jdbc;
    private final PairingRows rows;
    private final PairingTimeline timeline;
    private final BusinessClock clock;

    Visits(JdbcClient jdbc, PairingRows rows, PairingTimeline timeline, BusinessClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What became of logging a visit. */
    public sealed interface Logged {

        /** Logged, now or by the same form before. */
        record Done(long visit) implements Logged {}

        record Faulty(Map<String, String> faults) implements Logged {}
    }

    /** Logs a visit of whoever looks after the enterprise. */
    public Logged log(long enterprise, VisitForm form) {
        Pairing now = own(enterprise);
        Map<String, String> faults = form.faults(clock.today());
        if (!faults.isEmpty()) return new Logged.Faulty(faults);
        Optional<Long> fresh = insert(
                enterprise,
                now,
                form,
                Callers.current().name(),
                Callers.current().displayName());
        if (fresh.isEmpty()) return new Logged.Done(ofForm(form.form()));
        timeline.add("VISIT", enterprise, now.region(), form.met().strip());
        return new Logged.Done(fresh.get());
    }

    Optional<Long> insert(long enterprise, Pairing now, VisitForm form, String by, String byName) {
        Optional<Long> fresh = jdbc.sql("""
                insert into pairing_visit (enterprise_id, region, leader, form, day, met, notes, logged_by, logged_by_name)
                values (:enterprise, :region, :leader, :form, :day, :met, :notes, :by, :byName)
                on conflict (form) do nothing returning id
                """)
                .param("enterprise", enterprise)
                .param("region", now.region())
                .param("leader", now.leader().id())
                .param("form", form.form())
                .param("day", PairingSteps.parsed(form.day()))
                .param("met", form.met().strip())
                .param("notes", form.notes().strip())
                .param("by", by)
                .param("byName", byName)
                .query(Long.class)
                .optional();
        LocalDate due = form.due().isBlank() ? null : PairingSteps.parsed(form.due());
        fresh.ifPresent(id -> form.steps().forEach(words -> followUp(id, enterprise, now.region(), words, due)));
        return fresh;
    }

    private void followUp(long visit, long enterprise, String region, String words, @Nullable LocalDate due) {
        jdbc.sql("""
                insert into pairing_follow_up (visit, enterprise_id, region, words, due)
                values (:visit, :enterprise, :region, :words, :due)
                """)
                .param("visit", visit)
                .param("enterprise", enterprise)
                .param("region", region)
                .param("words", words)
                .param("due", due, java.sql.Types.DATE)
                .update();
    }

    private long ofForm(String form) {
        return jdbc.sql("select id from pairing_visit where form = :form")
                .param("form", form)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.badRequest(
                        "PR20",
                        "这张表单已用于别的走访，请重新打开页面再填。",
                        "This form was used for another visit. Open the page again."));
    }

    /** Ticks a follow-up off, with what came of it. */
    public Outcome finish(long enterprise, long followUp, int version, String outcome) {
        Pairing now = own(enterprise);
        if (outcome.isBlank()) return Outcome.fault("outcome", "pairing.fault.outcome");
        if (outcome.length() > 1_000) return Outcome.fault("outcome", "pairing.fault.long");
        int done = jdbc.sql("""
                update pairing_follow_up set done_on = :day, outcome = :outcome, done_by_name = :by, version = version + 1
                where id = :id and enterprise_id = :enterprise and version = :version and done_on is null
                """)
                .param("day", clock.today())
                .param("outcome", outcome.strip())
                .param("by", Callers.current().displayName())
                .param("id", followUp)
                .param("enterprise", enterprise)
                .param("version", version)
                .update();
        if (done == 0) return new Outcome.Stale();
        timeline.add("FOLLOW_UP", enterprise, now.region(), outcome.strip());
        return new Outcome.Done(1);
    }

    /** The visits of an enterprise that the caller sees, the latest first. */
    @Transactional(readOnly = true)
    public List<Visit> of(long enterprise) {
        Map<Long, List<FollowUp>> followUps = jdbc
                .sql("select * from pairing_follow_up where enterprise_id = :enterprise order by id")
                .param("enterprise", enterprise)
                .query((row, number) -> new FollowUp(
                        row.getLong("id"),
                        row.getLong("visit"),
                        row.getString("words"),
                        row.getObject("due", LocalDate.class),
                        row.getObject("done_on", LocalDate.class),
                        row.getString("outcome"),
                        row.getString("done_by_name"),
                        row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(FollowUp::visit));
        return jdbc.sql("""
                select v.id, v.day, v.met, v.notes, v.logged_by_name, l.name as leader_name
                from pairing_visit v join leader l on l.id = v.leader
                where v.enterprise_id = :enterprise order by v.day desc, v.id desc
                """)
                .param("enterprise", enterprise)
                .query((row, number) -> new Visit(
                        row.getLong("id"),
                        row.getObject("day", LocalDate.class),
                        row.getString("leader_name"),
                        row.getString("met"),
                        row.getString("notes"),
                        row.getString("logged_by_name"),
                        followUps.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Pairing own(long enterprise) {
        Pairing now = rows.holding(enterprise).orElseThrow(() -> PairedEnterprises.notThere(enterprise));
        PairingRights.requireServe(Callers.current(), now.leader());
        return now;
    }
}
