package org.diaodu.server.whitelist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code white_list_entry}. */
@Component
class EntryRows {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    EntryRows(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An enterprise to be entered, with its county. */
    record Wanted(
            WhiteListEntry.Subject subject,
            Kind kind,
            Unit.Level level,
            String grounds,
            @Nullable String formKey) {}

    /** The enterprise as the register has it on a day; empty where the caller does not see it. */
    Optional<WhiteListEntry.Subject> subject(long enterprise, LocalDate day) {
        return jdbc.sql("""
                select e.id, a.name, e.credit_code, a.industry, a.region
                from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                where e.id = :id and a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
                """)
                .param("id", enterprise)
                .param("day", day)
                .query((row, number) -> new WhiteListEntry.Subject(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .optional();
    }

    /**
     * Makes an entry that is applied for, and gives its number; empty where the form was sent before, or where the enterprise
     * has an open or valid entry of the kind.
     */
    Optional<String> insert(Wanted wanted, Signature by) {
        endExpired(List.of(wanted.subject().enterpriseId()), wanted.kind());
        return jdbc.sql("""
                insert into white_list_entry (number, enterprise_id, enterprise_name, credit_code, industry, region, kind, origin,
                        level, grounds, state, state_since, applied_by, applied_at, form_key)
                values (:year || '-B' || lpad(nextval('white_list_number')::text, 4, '0'), :enterprise, :name, :code, :industry,
                        :region, :kind, 'APPLICATION', :level, :grounds, 'APPLIED', :at, :by, :at, :key)
                on conflict do nothing
                returning number
                """)
                .param("year", "" + clock.today().getYear())
                .param("enterprise", wanted.subject().enterpriseId())
                .param("name", wanted.subject().name())
                .param("code", wanted.subject().creditCode())
                .param("industry", wanted.subject().industry())
                .param("region", wanted.subject().region())
                .param("kind", wanted.kind().name())
                .param("level", wanted.level().name())
                .param("grounds", wanted.grounds())
                .param("at", Timestamp.from(by.at()))
                .param("by", by.name())
                .param("key", wanted.formKey(), java.sql.Types.VARCHAR)
                .query(String.class)
                .optional();
    }

    /** Closes what has expired, so that the next entry may be made. */
    void endExpired(List<Long> enterprises, Kind kind) {
        jdbc.sql("""
                update white_list_entry set over = true
                where enterprise_id = any(:enterprises) and kind = :kind and state = 'GRANTED' and not over
                  and valid_until < :today
                """)
                .param("enterprises", enterprises.toArray(Long[]::new))
                .param("kind", kind.name())
                .param("today", clock.today())
                .update();
    }

    /** The entry a form made when it was sent before. */
    Optional<WhiteListEntry> ofForm(String key) {
        return one("form_key = :value", key);
    }

    Optional<WhiteListEntry> find(String number) {
        return one("number = :value", number);
    }

    private Optional<WhiteListEntry> one(String condition, String value) {
        return jdbc.sql("select * from white_list_entry where " + condition)
                .param("value", value)
                .query(this::entry)
                .optional();
    }

    /** The entry as it is, and nobody else changes it before this transaction ends. */
    WhiteListEntry lock(String number) {
        return jdbc.sql("select * from white_list_entry where number = :number for update")
                .param("number", number)
                .query(this::entry)
                .optional()
                .orElseThrow(() -> notThere(number));
    }

    List<WhiteListEntry> ofEnterprise(long enterprise) {
        return jdbc.sql("select * from white_list_entry where enterprise_id = :id order by applied_at desc, id desc")
                .param("id", enterprise)
                .query(this::entry)
                .list();
    }

    void move(WhiteListEntry entry, EntryState to, Signature by) {
        Validity validity = to instanceof EntryState.Granted(Validity days) ? days : entry.validity();
        jdbc.sql("""
                update white_list_entry set state = :state, state_since = :at, version = version + 1,
                       valid_from = :from, valid_until = :until,
                       decided_by = case when :state = 'REVOKED' then decided_by else :by end
                where id = :id
                """)
                .param("state", to.name())
                .param("at", Timestamp.from(by.at()))
                .param("from", validity == null ? null : validity.from(), java.sql.Types.DATE)
                .param("until", validity == null ? null : validity.until(), java.sql.Types.DATE)
                .param("by", by.name())
                .param("id", entry.id())
                .update();
    }

    WhiteListEntry entry(ResultSet row, int number) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        LocalDate until = row.getObject("valid_until", LocalDate.class);
        Validity validity = from == null || until == null ? null : new Validity(from, until);
        return new WhiteListEntry(
                row.getLong("id"),
                row.getString("number"),
                new WhiteListEntry.Subject(
                        row.getLong("enterprise_id"),
                        row.getString("enterprise_name"),
                        row.getString("credit_code"),
                        row.getString("industry"),
                        row.getString("region")),
                Kind.valueOf(row.getString("kind")),
                Origin.valueOf(row.getString("origin")),
                Unit.Level.valueOf(row.getString("level")),
                row.getString("grounds"),
                EntryState.of(
                        row.getString("state"),
                        row.getString("applied_by"),
                        validity,
                        row.getBoolean("over"),
                        clock.today()),
                row.getTimestamp("state_since").toInstant(),
                validity,
                row.getString("applied_by"),
                row.getTimestamp("applied_at").toInstant(),
                row.getInt("version"));
    }

    static Problem notThere(String number) {
        return Problem.notFound(
                "WL21",
                "白名单中没有 " + number + "，或它不在您的范围内。",
                "There is no entry " + number + " on the white list, or it is outside your own.");
    }
}
