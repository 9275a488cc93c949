package org.diaodu.server.documents;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diaodu.bulletin.Statement;
import org.diaodu.bulletin.reader.LegibleText;
import org.diaodu.server.steps.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code document_statement}. */
@Component
class StatementRows {

    private final JdbcClient jdbc;

    StatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param legible the content, whose characters know their places in the file */
    void insert(PublishedDocument document, LegibleText legible, List<Statement> statements) {
        for (Statement each : statements) {
            int starts = 0;
            while (starts < legible.length() && legible.to(starts) <= each.start()) starts++;
            int ends = starts;
            while (ends < legible.length() && legible.from(ends) < each.end()) ends++;
            insert(document, each, starts, ends);
        }
    }

    private void insert(PublishedDocument document, Statement one, int starts, int ends) {
        bound(jdbc.sql("""
                insert into document_statement (document_id, region, starts, ends, file_starts, file_ends, quote, indicator, subject, period, kind, low, high,
                        unit, direction, bound, comparator, target_year, decimals, scale, confidence, read_as)
                values (:document, :region, :starts, :ends, :fileStarts, :fileEnds, :quote, :indicator, :subject, :period, :kind, :low, :high,
                        :unit, :direction, :bound, :comparator, :year, :decimals, :scale, :confidence,
                        jsonb_build_object('indicator', :indicator, 'subject', :subject, 'period', :period, 'kind', :kind,
                                           'low', :low, 'high', :high, 'unit', :unit))
                """), one)
                .param("document", document.id())
                .param("region", document.region())
                .param("starts", starts)
                .param("ends", ends)
                .param("fileStarts", one.start())
                .param("fileEnds", one.end())
                .param("quote", one.quote())
                .param("confidence", one.confidence())
                .update();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, Statement one) {
        return sql.param("indicator", one.indicator(), Types.VARCHAR)
                .param("subject", one.subject(), Types.VARCHAR)
                .param("period", one.period(), Types.VARCHAR)
                .param("kind", one.kind().name(), Types.VARCHAR)
                .param("low", one.low(), Types.NUMERIC)
                .param("high", one.high(), Types.NUMERIC)
                .param("unit", one.unit(), Types.VARCHAR)
                .param("direction", named(one.direction()), Types.VARCHAR)
                .param("bound", named(one.bound()), Types.VARCHAR)
                .param("comparator", one.comparator())
                .param("year", one.targetYear(), Types.INTEGER)
                .param("decimals", one.decimals())
                .param("scale", one.scale());
    }

    private static @Nullable String named(@Nullable Enum<?> one) {
        return one == null ? null : one.name();
    }

    List<MarkedStatement> of(PublishedDocument document) {
        return jdbc.sql("select * from document_statement where document_id = :id order by starts, ends, id")
                .param("id", document.id())
                .query(StatementRows::statement)
                .list();
    }

    /** The statement as it is, and nobody else changes it before this transaction ends. */
    Optional<MarkedStatement> lock(PublishedDocument document, long id) {
        return jdbc.sql("select * from document_statement where document_id = :document and id = :id for update")
                .param("document", document.id())
                .param("id", id)
                .query(StatementRows::statement)
                .optional();
    }

    void change(MarkedStatement before, Statement after, StatementState state, Signature by) {
        bound(jdbc.sql("""
                update document_statement set indicator = :indicator, subject = :subject, period = :period, kind = :kind,
                       low = :low, high = :high, unit = :unit, direction = :direction, bound = :bound, comparator = :comparator,
                       target_year = :year, decimals = :decimals, scale = :scale, state = :state, decided_by = :by,
                       decided_at = :at, version = version + 1
                where id = :id
                """), after)
                .param("state", state.name())
                .param("by", by.displayName())
                .param("at", Timestamp.from(by.at()))
                .param("id", before.id())
                .update();
    }

    void inLedger(MarkedStatement statement, long target) {
        jdbc.sql("update document_statement set target_id = :target, version = version + 1 where id = :id")
                .param("target", target)
                .param("id", statement.id())
                .update();
    }

    private static MarkedStatement statement(ResultSet row, int number) throws SQLException {
        String direction = row.getString("direction");
        String bound = row.getString("bound");
        var statement = new Statement(
                row.getInt("file_starts"),
                row.getInt("file_ends"),
                row.getString("quote"),
                row.getString("indicator"),
                row.getString("subject"),
                row.getString("period"),
                Statement.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                plain(row.getBigDecimal("low")),
                plain(row.getBigDecimal("high")),
                row.getString("unit"),
                direction == null ? null : Statement.Direction.valueOf(direction),
                bound == null ? null : Statement.Bound.valueOf(bound),
                row.getString("comparator"),
                row.getObject("target_year", Integer.class),
                row.getInt("decimals"),
                plain(row.getBigDecimal("scale")),
                row.getDouble("confidence"));
        return new MarkedStatement(
                row.getLong("id"),
                statement,
                row.getInt("starts"),
                row.getInt("ends"),
                row.getString("read_as"),
                StatementState.valueOf(row.getString("state")),
                row.getString("decided_by"),
                row.getObject("target_id", Long.class),
                row.getInt("version"));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
