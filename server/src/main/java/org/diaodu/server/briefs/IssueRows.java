package org.diaodu.server.briefs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Signature;
import org.diaodu.standards.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code brief}. */
@Component
class IssueRows {

    private final JdbcClient jdbc;

    IssueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Issue> find(long id) {
        return jdbc.sql("select * from brief where id = :id")
                .param("id", id)
                .query(IssueRows::issue)
                .optional();
    }

    /** The brief as it is, and nobody else changes it before this transaction ends. */
    Issue lock(long id) {
        return jdbc.sql("select * from brief where id = :id for update")
                .param("id", id)
                .query(IssueRows::issue)
                .optional()
                .or(() -> find(id))
                .orElseThrow(() -> notThere(id));
    }

    static Problem notThere(long id) {
        return Problem.notFound(
                "BR20", "没有简报 " + id + "，或不在您的权限范围内。", "There is no brief " + id + ", or it is not yours to see.");
    }

    long insert(String region, House house, Period period, TakenFacts taken, String title, Signature by) {
        return jdbc.sql("""
                insert into brief (region, audience, period, name, issuer, template, facts, title, figures, provisional, state,
                        made_by, made_at, changed_by, changed_at, hands)
                values (:region, :audience, :period, :name, :issuer, :template, cast(:facts as jsonb), :title, :figures, :provisional,
                        'DRAFT', :by, :at, :shown, :at, array[:by])
                returning id
                """)
                .param("region", region)
                .param("audience", house.audience().name())
                .param("period", period.iso())
                .param("name", house.name())
                .param("issuer", house.issuer())
                .param("template", house.template())
                .param("facts", FactsJson.of(taken.facts()))
                .param("title", title)
                .param("figures", taken.version())
                .param("provisional", taken.provisional())
                .param("by", by.name())
                .param("shown", by.displayName())
                .param("at", Timestamp.from(by.at()))
                .query(Long.class)
                .single();
    }

    /** New wording. */
    void write(Issue issue, String template, String title, Signature by) {
        touched(issue, by, "template = :template, title = :title")
                .param("template", template)
                .param("title", title)
                .update();
    }

    /** Figures taken anew. */
    void write(Issue issue, TakenFacts taken, String title, Signature by) {
        touched(
                        issue,
                        by,
                        "facts = cast(:facts as jsonb), figures = :figures, provisional = :provisional, title = :title")
                .param("facts", FactsJson.of(taken.facts()))
                .param("figures", taken.version())
                .param("provisional", taken.provisional())
                .param("title", title)
                .update();
    }

    void move(Issue issue, Issue.State to, Signature by) {
        touched(issue, by, "state = :state").param("state", to.name()).update();
    }

    /** The statement that changes a brief, with what every change says. */
    private JdbcClient.StatementSpec touched(Issue issue, Signature by, String changes) {
        return jdbc.sql("""
                update brief set %s, changed_by = :shown, changed_at = :at, version = version + 1,
                       hands = case when :by = any (hands) then hands else hands || array[:by] end
                where id = :id
                """.formatted(changes))
                .param("id", issue.id())
                .param("by", by.name())
                .param("shown", by.displayName())
                .param("at", Timestamp.from(by.at()));
    }

    void issue(Issue issue, String number, LocalDate on, Signature by) {
        jdbc.sql("""
                update brief set state = 'ISSUED', number = :number, issued_on = :on, issued_by = :shown, changed_by = :shown,
                       changed_at = :at, version = version + 1
                where id = :id
                """)
                .param("id", issue.id())
                .param("number", number)
                .param("on", on)
                .param("shown", by.displayName())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    void delete(Issue issue) {
        jdbc.sql("delete from brief where id = :id").param("id", issue.id()).update();
    }

    /** The next number of an issue in a year; nobody else takes one before this transaction ends. */
    int nextSerial(Issue issue, int year) {
        return jdbc.sql("""
                insert into brief_serial (unit, audience, year, last) values (:unit, :audience, :year, 1)
                on conflict (unit, audience, year) do update set last = brief_serial.last + 1
                returning last
                """)
                .param("unit", issue.region())
                .param("audience", issue.audience().name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(
                row.getLong("id"),
                row.getString("region"),
                Audience.valueOf(row.getString("audience")),
                Period.parse(row.getString("period")),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("template"),
                FactsJson.read(row.getString("facts")),
                row.getString("title"),
                row.getString("figures"),
                row.getBoolean("provisional"),
                Issue.State.valueOf(row.getString("state")),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                List.of((String[]) row.getArray("hands").getArray()),
                row.getString("issued_by"),
                row.getInt("version"));
    }
}
