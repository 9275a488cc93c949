package org.diaodu.server.policies.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.returns.PeriodClosed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs as they are asked for, how far they are, and what they found otherwise than before. */
@Component
@Transactional
public class MatchRuns {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Audit audit;

    MatchRuns(JdbcClient jdbc, BusinessClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Asks for a run as of today; where one is open already nothing is asked for, and false is given. */
    public boolean ask(String words) {
        DeliveryRights.requireOfficer();
        return ask("BUTTON", words);
    }

    private boolean ask(String cause, String words) {
        LocalDate day = clock.today();
        boolean asked = jdbc.sql("""
                insert into match_run (day, cause, words, asked_by)
                select :day, :cause, :words, :by
                where not exists (select from match_run where state in ('WAITING', 'RUNNING')) on conflict do nothing
                """)
                        .param("day", day)
                        .param("cause", cause)
                        .param("words", words)
                        .param("by", Callers.current().name())
                        .update()
                == 1;
        if (asked) audit.record("match.ask", "match-run", day.toString(), null, Map.of("cause", cause), words);
        return asked;
    }

    /** After the province has closed a month, what is due is looked at anew. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void askAfterAClose(PeriodClosed closed) {
        if (closed.region().endsWith("0000")) ask("CLOSE", closed.period().iso());
    }

    @Transactional(readOnly = true)
    public List<MatchRun> latest(int most) {
        return jdbc.sql("select * from match_run order by id desc limit :most")
                .param("most", most)
                .query(MatchRuns::run)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<MatchRun> find(long id) {
        return jdbc.sql("select * from match_run where id = :id")
                .param("id", id)
                .query(MatchRuns::run)
                .optional();
    }

    /** How many differences of each kind a run found, as far as the caller sees them. */
    @Transactional(readOnly = true)
    public Map<Difference.Kind, Long> counts(long run) {
        Map<Difference.Kind, Long> counts = new LinkedHashMap<>();
        for (Difference.Kind kind : Difference.Kind.values()) counts.put(kind, 0L);
        jdbc.sql("select kind, count(*) from match_difference where run = :run group by kind")
                .param("run", run)
                .query(row -> {
                    counts.put(Difference.Kind.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** The open run, or a new one, as of a day; for whoever loads a platform. */
    MatchRun open(LocalDate day, String words) {
        ask("CLOSE", words);
        jdbc.sql("update match_run set day = :day, words = :words where state in ('WAITING', 'RUNNING')")
                .param("day", day)
                .param("words", words)
                .update();
        return take().orElseThrow();
    }

    // --- for the run itself

    /** The open run, if this transaction is the one that works on it until it ends. */
    Optional<MatchRun> take() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('policy match run'))")
                .query(Boolean.class)
                .single();
        return mine
                ? jdbc.sql("select * from match_run where state in ('WAITING', 'RUNNING')")
                        .query(MatchRuns::run)
                        .optional()
                : Optional.empty();
    }

    void begin(MatchRun run, int clauses, int enterprises) {
        jdbc.sql("""
                update match_run set state = 'RUNNING', begun_at = coalesce(begun_at, now()), clauses = :clauses,
                       enterprises = :enterprises
                where id = :id
                """)
                .param("clauses", clauses)
                .param("enterprises", enterprises)
                .param("id", run.id())
                .update();
    }

    void progress(MatchRun run, int enterprises, int subjects, long upto) {
        jdbc.sql("""
                update match_run set done = done + :enterprises, subjects = subjects + :subjects, upto = :upto where id = :id
                """)
                .param("enterprises", enterprises)
                .param("subjects", subjects)
                .param("upto", upto)
                .param("id", run.id())
                .update();
    }

    void finish(MatchRun run) {
        jdbc.sql("update match_run set state = 'DONE', done_at = now() where id = :id")
                .param("id", run.id())
                .update();
        audit.record(
                "match.done",
                "match-run",
                "" + run.id(),
                null,
                Map.of("day", run.day().toString()),
                null);
    }

    void failed(MatchRun run, String fault) {
        jdbc.sql("update match_run set state = 'FAILED', done_at = now(), fault = :fault where id = :id")
                .param("fault", fault.length() > 2_000 ? fault.substring(0, 2_000) + "…" : fault)
                .param("id", run.id())
                .update();
    }

    void add(MatchRun run, Difference one) {
        jdbc.sql("""
                insert into match_difference (run, enterprise_id, enterprise_name, credit_code, region, subject_kind, subject_code,
                        subject_name, clause, title, title_en, kind, before_fen, after_fen, entitlement, words_zh, words_en)
                values (:run, :enterprise, :enterpriseName, :creditCode, :region, :subjectKind, :code, :name, :clause, :title,
                        :titleEn, :kind, :before, :after, :entitlement, :zh, :en)
                """)
                .param("run", run.id())
                .param("enterprise", one.subject().id().enterprise())
                .param("enterpriseName", one.subject().enterpriseName())
                .param("creditCode", one.subject().id().creditCode())
                .param("region", one.region())
                .param("subjectKind", one.subject().id().kind().name())
                .param("code", one.subject().id().code())
                .param("name", one.subject().name())
                .param("clause", one.clause())
                .param("title", one.title())
                .param("titleEn", one.titleEn())
                .param("kind", one.kind().name())
                .param("before", one.beforeFen(), Types.BIGINT)
                .param("after", one.afterFen(), Types.BIGINT)
                .param("entitlement", one.entitlement(), Types.VARCHAR)
                .param("zh", one.zh())
                .param("en", one.en())
                .update();
    }

    /** Whether a run has said of what was paid that its condition broke. */
    boolean saidBroken(Entitlement one) {
        return jdbc.sql("select exists (select from match_difference where entitlement = :number and kind = 'BROKEN')")
                .param("number", one.number())
                .query(Boolean.class)
                .single();
    }

    private static MatchRun run(ResultSet row, int number) throws SQLException {
        return new MatchRun(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                row.getString("cause"),
                row.getString("words"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                MatchRun.State.valueOf(row.getString("state")),
                instant(row.getTimestamp("begun_at")),
                instant(row.getTimestamp("done_at")),
                row.getInt("clauses"),
                row.getInt("enterprises"),
                row.getInt("subjects"),
                row.getInt("done"),
                row.getLong("upto"),
                row.getString("fault"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
