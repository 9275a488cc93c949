package org.diaodu.server.supply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Contact;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code supply_letter}. */
@Component
class LetterRows {

    static final String SELECT =
            "select l.*, r.number as report from supply_letter l left join supply_report r on r.id = l.report_id ";

    private final JdbcClient jdbc;

    LetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of a letter out in a year; nobody else takes one before this transaction ends. */
    int nextSerial(int year) {
        return jdbc.sql("""
                insert into supply_letter_serial (year, last) values (:year, 1)
                on conflict (year) do update set last = supply_letter_serial.last + 1
                returning last
                """).param("year", year).query(Integer.class).single();
    }

    /** Keeps a letter; empty where the form was sent before, or the letter is registered already. */
    Optional<Letter> insert(
            Letter.Direction direction,
            String number,
            @Nullable Report report,
            String region,
            LetterForm form,
            LocalDate dated,
            Signature by) {
        Optional<Long> made = jdbc.sql("""
                insert into supply_letter (direction, number, report_id, enterprise_id, region, province, office, subject, asked,
                        dated, reply_by, contact_name, contact_phone, state, state_since, written_by, written_at, form_key)
                values (:direction, :number, :report, :enterprise, :region, :province, :office, :subject, :asked, :dated, :replyBy,
                        :contact, :phone, :state, :at, :by, :at, :key)
                on conflict do nothing
                returning id
                """)
                .param("direction", direction.name())
                .param("number", number)
                .param("report", report == null ? null : report.id(), Types.BIGINT)
                .param("enterprise", report == null ? null : report.subject().enterpriseId(), Types.BIGINT)
                .param("region", region)
                .param("province", form.province())
                .param("office", form.office().strip())
                .param("subject", form.subject().strip())
                .param("asked", form.asked().strip())
                .param("dated", dated)
                .param("replyBy", form.lastDay())
                .param("contact", form.contact().name())
                .param("phone", form.contact().phone())
                .param("state", direction == Letter.Direction.OUT ? "SENT" : "REGISTERED")
                .param("at", Timestamp.from(by.at()))
                .param("by", by.name())
                .param("key", form.key().isBlank() ? null : form.key(), Types.VARCHAR)
                .query(Long.class)
                .optional();
        return made.flatMap(this::find);
    }

    Optional<Letter> find(long id) {
        return jdbc.sql(SELECT + "where l.id = :id")
                .param("id", id)
                .query(LetterRows::letter)
                .optional();
    }

    Optional<Letter> ofForm(String key) {
        return jdbc.sql(SELECT + "where l.form_key = :key")
                .param("key", key)
                .query(LetterRows::letter)
                .optional();
    }

    /** The letters about a report, the first one first. */
    List<Letter> of(Report report) {
        return jdbc.sql(SELECT + "where l.report_id = :id order by l.id")
                .param("id", report.id())
                .query(LetterRows::letter)
                .list();
    }

    /** The letter as it is, and nobody else changes it before this transaction ends. */
    Letter lock(long id) {
        return jdbc.sql(SELECT + "where l.id = :id for update of l")
                .param("id", id)
                .query(LetterRows::letter)
                .optional()
                .orElseThrow(() -> seen(id));
    }

    /** The letters a member unit has to reply to, the oldest first. */
    List<Letter> with(String unit) {
        return with(unit, "");
    }

    /** The same, and nobody else changes them before this transaction ends. */
    List<Letter> lockThoseWith(String unit) {
        return with(unit, " for update of l");
    }

    private List<Letter> with(String unit, String locking) {
        return jdbc.sql(SELECT + "where l.member_unit = :unit and l.state = 'GIVEN' order by l.id" + locking)
                .param("unit", unit)
                .query(LetterRows::letter)
                .list();
    }

    /** Somebody sees it and may not touch it, or sees nothing. */
    private RuntimeException seen(long id) {
        if (find(id).isEmpty()) return notThere(id);
        SupplyRights.require(false, "办理该函", "take a step of the letter");
        return notThere(id);
    }

    /** Writes where a letter stands; a reply where it is answered. */
    void move(Letter letter, LetterState to, String reply, @Nullable LocalDate repliedOn, Signature by) {
        jdbc.sql("""
                update supply_letter set state = :state, state_since = :at, member_unit = :unit, reply = :reply,
                       replied_on = :repliedOn, version = version + 1
                where id = :id
                """)
                .param("state", to.name())
                .param("at", Timestamp.from(by.at()))
                .param("unit", to instanceof LetterState.Given(String unit) ? unit : letter.memberUnit(), Types.VARCHAR)
                .param("reply", reply)
                .param("repliedOn", repliedOn, Types.DATE)
                .param("id", letter.id())
                .update();
    }

    static Letter letter(ResultSet row, int number) throws SQLException {
        String region = row.getString("region");
        String unit = row.getString("member_unit");
        var contact = new Contact(row.getString("contact_name"), row.getString("contact_phone"), false);
        boolean shown = SupplyRights.seesContactOfLetter(Callers.current(), region, unit == null ? "" : unit);
        return new Letter(
                row.getLong("id"),
                Letter.Direction.valueOf(row.getString("direction")),
                row.getString("number"),
                row.getString("report"),
                region,
                row.getString("province"),
                row.getString("office"),
                row.getString("subject"),
                row.getString("asked"),
                Objects.requireNonNull(row.getObject("dated", LocalDate.class)),
                Objects.requireNonNull(row.getObject("reply_by", LocalDate.class)),
                shown ? contact : contact.mask(),
                unit,
                LetterState.of(row.getString("state"), unit),
                row.getTimestamp("state_since").toInstant(),
                row.getString("reply"),
                row.getObject("replied_on", LocalDate.class),
                row.getInt("version"));
    }

    static Problem notThere(long id) {
        return Problem.notFound(
                "SP22", "没有这封函（" + id + "），或它不在您的范围内。", "There is no letter " + id + ", or it is outside your own.");
    }
}
