package org.diaodu.server.appeals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Contact;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.Unit;
import org.diaodu.server.appeals.clock.AppealClock;
import org.diaodu.server.appeals.clock.Reading;
import org.diaodu.server.appeals.clock.Round;
import org.diaodu.server.appeals.clock.Term;
import org.diaodu.server.appeals.clock.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code appeal}: what was raised, and what the events make of it. */
@Component
class AppealRows {

    private final JdbcClient jdbc;

    AppealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Appeal> find(String number) {
        return jdbc.sql("select * from appeal where number = :number")
                .param("number", number)
                .query(AppealRows::appeal)
                .optional();
    }

    /** The appeal as it is, and nobody else changes it or looks at its clock before this transaction ends. */
    Appeal lock(String number) {
        return locked("where number = :number", "number", number).stream()
                .findFirst()
                .orElseThrow(() -> Appeals.notThere(number));
    }

    /** The same of all that a member unit has to answer, the oldest first. */
    List<Appeal> lockOpenOf(String unit) {
        return locked("where unit = :unit and state not in ('closed', 'withdrawn') order by id", "unit", unit);
    }

    private List<Appeal> locked(String which, String name, String value) {
        List<Appeal> locked = jdbc.sql("select * from appeal " + which + " for update")
                .param(name, value)
                .query(AppealRows::appeal)
                .list();
        jdbc.sql("select from appeal_look where appeal_id = any(:ids) order by appeal_id for update")
                .param("ids", locked.stream().map(Appeal::id).toArray(Long[]::new))
                .query()
                .listOfRows();
        return locked;
    }

    /** Whether a look at any clock is due. */
    boolean isLookDue(LocalDateTime now) {
        return jdbc.sql("select exists (select from appeal_look where at <= :now)")
                .param("now", stamp(now))
                .query(Boolean.class)
                .single();
    }

    /** Those whose next look is due and that nobody else looks at, the longest due first; their looks stay locked. */
    List<Appeal> lockDue(LocalDateTime now, int most) {
        return jdbc.sql("""
                with due as (
                    select appeal_id from appeal_look where at <= :now order by at, appeal_id limit :most for update skip locked)
                select a.* from due join appeal a on a.id = due.appeal_id
                """)
                .param("now", stamp(now))
                .param("most", most)
                .query(AppealRows::appeal)
                .list();
    }

    /** The number of what this form has raised; empty before it has. */
    Optional<String> raisedBy(long enterprise, String formKey) {
        return jdbc.sql("select number from appeal where enterprise_id = :enterprise and form_key = :key")
                .param("enterprise", enterprise)
                .param("key", formKey)
                .query(String.class)
                .optional();
    }

    /** Makes the row; empty where the same form has made one before. */
    Optional<Appeal> insert(Appeal.Raiser raiser, AppealForm form, MemberUnit unit, Signed by, String passedOnBy) {
        return jdbc.sql("""
                insert into appeal (number, enterprise_id, enterprise_name, region, subject, urgency, words, contact_name,
                        contact_phone, form_key, raised_by, passed_on_by, raised_at, state, state_since, level, unit)
                values ('S' || :year || '-' || lpad(nextval('appeal_number')::text, 4, '0'), :enterprise, :name, :region,
                        :subject, :urgency, :words, :contact, :phone, :key, :by, :passedOnBy, :at, 'raised', :at, :level, :unit)
                on conflict (enterprise_id, form_key) do nothing
                returning *
                """)
                .param("year", "" + by.at().getYear())
                .param("enterprise", raiser.enterpriseId())
                .param("name", raiser.name())
                .param("region", raiser.region())
                .param("subject", form.subject())
                .param("urgency", form.urgency())
                .param("words", form.words())
                .param("contact", form.contactName())
                .param("phone", form.contactPhone())
                .param("key", form.once())
                .param("by", by.name())
                .param("passedOnBy", passedOnBy)
                .param("at", stamp(by.at()))
                .param("level", unit.level().name())
                .param("unit", unit.code())
                .query(AppealRows::appeal)
                .optional();
    }

    /** What a step changes beside what the clock says. */
    record Turn(String unit, List<String> helpers, @Nullable Boolean satisfied, String advice) {

        static Turn of(Appeal one) {
            return new Turn(one.unit(), one.helpers(), one.satisfied(), one.advice());
        }
    }

    /** Writes what the events say now; {@code version} rises. */
    void move(Appeal one, Reading reading, Turn turn) {
        Round round = reading.current();
        boolean same = round.state().code().equals(one.state()) && round.number() == one.round();
        jdbc.sql("""
                update appeal set state = :state, state_since = :since, round = :round, level = :level, unit = :unit,
                       helpers = :helpers, satisfied = :satisfied, advice = :advice, due = :due, due_term = :term, missed = :missed,
                       stands_since = :stands, version = version + 1
                where id = :id
                """)
                .param("state", round.state().code())
                .param("since", stamp(same ? one.stateSince() : reading.now()))
                .param("round", round.number())
                .param("level", round.level().name())
                .param("unit", turn.unit())
                .param("helpers", turn.helpers().toArray(String[]::new))
                .param("satisfied", turn.satisfied(), Types.BOOLEAN)
                .param("advice", turn.advice())
                .param("due", stamp(Standing.of(reading).due()), Types.TIMESTAMP)
                .param("term", name(Standing.of(reading).term()), Types.VARCHAR)
                .param("missed", reading.hasMissed())
                .param("stands", stamp(Standing.of(reading).standsSince()), Types.TIMESTAMP)
                .param("id", one.id())
                .update();
        looked(List.of(one.id()), Collections.singletonList(reading.next()));
    }

    /** Notes when each of these is to be looked at next, if ever. */
    void looked(List<Long> ids, List<@Nullable LocalDateTime> next) {
        jdbc.sql("""
                with n as (select * from unnest(:ids::bigint[], :next::timestamptz[]) as n (id, next)),
                     none as (delete from appeal_look l using n where l.appeal_id = n.id and n.next is null)
                insert into appeal_look (appeal_id, at) select id, next from n where next is not null
                on conflict (appeal_id) do update set at = excluded.at
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("next", next.stream().map(AppealRows::stamp).toArray(Timestamp[]::new))
                .update();
    }

    private static @Nullable String name(@Nullable Term term) {
        return term == null ? null : term.name();
    }

    static @Nullable Timestamp stamp(@Nullable LocalDateTime at) {
        return at == null ? null : Timestamp.from(at.atZone(AppealClock.BEIJING).toInstant());
    }

    static @Nullable LocalDateTime moment(@Nullable Timestamp at) {
        return at == null ? null : LocalDateTime.ofInstant(at.toInstant(), AppealClock.BEIJING);
    }

    static Appeal appeal(ResultSet row, int number) throws SQLException {
        var raiser = new Appeal.Raiser(
                row.getLong("enterprise_id"), row.getString("enterprise_name"), row.getString("region"));
        Unit.Level level = Unit.Level.valueOf(row.getString("level"));
        String unit = row.getString("unit");
        var contact = new Contact(row.getString("contact_name"), row.getString("contact_phone"), false);
        boolean shown =
                AppealRights.seesContact(Callers.current(), raiser.enterpriseId(), raiser.region(), level, unit);
        String term = row.getString("due_term");
        return new Appeal(
                row.getLong("id"),
                row.getString("number"),
                raiser,
                Subject.valueOf(row.getString("subject")),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("words"),
                shown ? contact : contact.mask(),
                row.getString("raised_by"),
                row.getString("passed_on_by"),
                Objects.requireNonNull(moment(row.getTimestamp("raised_at"))),
                row.getString("state"),
                Objects.requireNonNull(moment(row.getTimestamp("state_since"))),
                row.getInt("round"),
                level,
                unit,
                Arrays.asList((String[]) row.getArray("helpers").getArray()),
                moment(row.getTimestamp("due")),
                term == null ? null : Term.valueOf(term),
                moment(row.getTimestamp("stands_since")),
                row.getObject("satisfied", Boolean.class),
                row.getString("advice"),
                row.getInt("version"));
    }
}
