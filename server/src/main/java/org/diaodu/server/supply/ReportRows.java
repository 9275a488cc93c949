package org.diaodu.server.supply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Contact;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of {@code supply_report}. */
@Component
class ReportRows {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ReportRows(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The enterprise as the register has it on a day; empty where the caller does not see it. */
    Optional<Report.Subject> subject(long enterprise, LocalDate day) {
        return jdbc.sql("""
                select e.id, a.name, e.credit_code, a.industry, a.region
                from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                where e.id = :id and a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
                """)
                .param("id", enterprise)
                .param("day", day)
                .query((row, number) -> new Report.Subject(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .optional();
    }

    /** Makes a report; empty where the form was sent before. */
    Optional<Report> insert(Report.Subject subject, Facts facts, Instant due, @Nullable String key, Signature by) {
        return facts(jdbc.sql("""
                        insert into supply_report (number, enterprise_id, enterprise_name, credit_code, industry, region, kind,
                                item, amount, unit, supplier, province, place, since, stock_days, output_at_risk, words,
                                contact_name, contact_phone, state, state_since, due, reported_by, reported_at, form_key)
                        values (:year || '-G' || lpad(nextval('supply_report_number')::text, 4, '0'), :enterprise, :name, :code,
                                :industry, :region, :kind, :item, :amount, :unit, :supplier, :province, :place, :since,
                                :stockDays, :risk, :words, :contact, :phone, 'REPORTED', :at, :due, :by, :at, :key)
                        on conflict do nothing
                        returning *
                        """), facts)
                .param("year", "" + clock.today().getYear())
                .param("enterprise", subject.enterpriseId())
                .param("name", subject.name())
                .param("code", subject.creditCode())
                .param("industry", subject.industry())
                .param("region", subject.region())
                .param("at", Timestamp.from(by.at()))
                .param("due", Timestamp.from(due))
                .param("by", by.name())
                .param("key", key, Types.VARCHAR)
                .query(ReportRows::report)
                .optional();
    }

    private static StatementSpec facts(StatementSpec statement, Facts facts) {
        return statement
                .param("kind", facts.trouble().name())
                .param("item", facts.item())
                .param("amount", facts.amount())
                .param("unit", facts.unit())
                .param("supplier", facts.supplier())
                .param("province", facts.province())
                .param("place", facts.place())
                .param("since", facts.since())
                .param("stockDays", facts.stockDays())
                .param("risk", facts.outputAtRisk())
                .param("words", facts.words())
                .param("contact", facts.contact().name())
                .param("phone", facts.contact().phone());
    }

    /** The report a form made when it was sent before. */
    Optional<Report> ofForm(String key) {
        return one("form_key = :value", key);
    }

    Optional<Report> find(String number) {
        return one("number = :value", number);
    }

    Optional<Report> find(long id) {
        return jdbc.sql("select * from supply_report where id = :id")
                .param("id", id)
                .query(ReportRows::report)
                .optional();
    }

    private Optional<Report> one(String condition, String value) {
        return jdbc.sql("select * from supply_report where " + condition)
                .param("value", value)
                .query(ReportRows::report)
                .optional();
    }

    /** The report as it is, and nobody else changes it before this transaction ends. */
    Report lock(String number) {
        return jdbc.sql("select * from supply_report where number = :number for update")
                .param("number", number)
                .query(ReportRows::report)
                .optional()
                .orElseThrow(() -> seen(number));
    }

    /** Somebody sees it and may not touch it, or sees nothing. */
    private RuntimeException seen(String number) {
        if (find(number).isEmpty()) return notThere(number);
        SupplyRights.require(false, "办理 " + number, "take a step of " + number);
        return notThere(number);
    }

    List<Report> ofEnterprise(long enterprise) {
        return jdbc.sql("select * from supply_report where enterprise_id = :id order by reported_at desc, id desc")
                .param("id", enterprise)
                .query(ReportRows::report)
                .list();
    }

    void move(Report report, ReportState to, @Nullable Instant due, Signature by) {
        jdbc.sql("""
                update supply_report set state = :state, state_since = :at, due = :due, result = :result, version = version + 1
                where id = :id
                """)
                .param("state", to.name())
                .param("at", Timestamp.from(by.at()))
                .param("due", due == null ? null : Timestamp.from(due), Types.TIMESTAMP)
                .param("result", to instanceof ReportState.Settled(Result result) ? result.name() : null, Types.VARCHAR)
                .param("id", report.id())
                .update();
    }

    /** Writes what a report says now that was returned before. */
    void correct(Report report, Facts facts, Instant due, Signature by) {
        facts(jdbc.sql("""
                        update supply_report set kind = :kind, item = :item, amount = :amount, unit = :unit, supplier = :supplier,
                               province = :province, place = :place, since = :since, stock_days = :stockDays,
                               output_at_risk = :risk, words = :words, contact_name = :contact, contact_phone = :phone,
                               state = 'REPORTED', state_since = :at, due = :due, version = version + 1
                        where id = :id
                        """), facts)
                .param("at", Timestamp.from(by.at()))
                .param("due", Timestamp.from(due))
                .param("id", report.id())
                .update();
    }

    static Report report(ResultSet row, int number) throws SQLException {
        var subject = new Report.Subject(
                row.getLong("enterprise_id"),
                row.getString("enterprise_name"),
                row.getString("credit_code"),
                row.getString("industry"),
                row.getString("region"));
        var facts = new Facts(
                Trouble.valueOf(row.getString("kind")),
                row.getString("item"),
                row.getBigDecimal("amount"),
                row.getString("unit"),
                row.getString("supplier"),
                row.getString("province"),
                row.getString("place"),
                Objects.requireNonNull(row.getObject("since", LocalDate.class)),
                row.getInt("stock_days"),
                row.getBigDecimal("output_at_risk"),
                row.getString("words"),
                new Contact(row.getString("contact_name"), row.getString("contact_phone"), false));
        boolean shown = SupplyRights.seesContact(Callers.current(), subject.enterpriseId(), subject.region());
        String result = row.getString("result");
        Timestamp due = row.getTimestamp("due");
        return new Report(
                row.getLong("id"),
                row.getString("number"),
                subject,
                shown ? facts : facts.masked(),
                ReportState.of(row.getString("state"), result == null ? null : Result.valueOf(result)),
                row.getTimestamp("state_since").toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("reported_by"),
                row.getTimestamp("reported_at").toInstant(),
                row.getInt("version"));
    }

    static Problem notThere(String number) {
        return Problem.notFound(
                "SP21",
                "没有上报 " + number + "，或它不在您的范围内。",
                "There is no report " + number + ", or it is outside your own.");
    }
}
