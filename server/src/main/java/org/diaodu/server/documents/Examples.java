package org.diaodu.server.documents;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.diaodu.bulletin.Statement;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.Signature;
import org.diaodu.server.steps.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps corrections as examples; another person of the province decides whether the reader learns from one. */
@Component
@Transactional
public class Examples {

    private final JdbcClient jdbc;
    private final ReaderWords words;
    private final Signatures signatures;
    private final Audit audit;

    Examples(JdbcClient jdbc, ReaderWords words, Signatures signatures, Audit audit) {
        this.jdbc = jdbc;
        this.words = words;
        this.signatures = signatures;
        this.audit = audit;
    }

    /** Keeps what was changed, field by field. */
    void keep(PublishedDocument document, MarkedStatement before, Statement after, Signature by) {
        differences(before.statement(), after)
                .forEach((field, meant) -> keep(document, before, field, meant[0], meant[1], by));
    }

    /** Keeps that these words state no figure. */
    void keepNothing(PublishedDocument document, MarkedStatement statement, Signature by) {
        keep(document, statement, ExampleField.NOTHING, statement.statement().quote(), "", by);
    }

    private static Map<ExampleField, String[]> differences(Statement before, Statement after) {
        Map<ExampleField, String[]> differences = new LinkedHashMap<>();
        differ(differences, ExampleField.INDICATOR, before.indicator(), after.indicator());
        differ(differences, ExampleField.SUBJECT, before.subject(), after.subject());
        differ(differences, ExampleField.UNIT, before.unit(), after.unit());
        differ(
                differences,
                ExampleField.KIND,
                before.kind().word(),
                after.kind().word());
        differ(
                differences,
                ExampleField.PERIOD,
                Objects.requireNonNullElse(before.period(), ""),
                Objects.requireNonNullElse(after.period(), ""));
        differ(differences, ExampleField.VALUE, value(before), value(after));
        return differences;
    }

    private static void differ(
            Map<ExampleField, String[]> differences, ExampleField field, String before, String after) {
        if (!before.equals(after)) differences.put(field, new String[] {before, after});
    }

    private static String value(Statement one) {
        String low = one.low().stripTrailingZeros().toPlainString();
        return one.range() ? low + ".." + one.high().stripTrailingZeros().toPlainString() : low;
    }

    private void keep(
            PublishedDocument document,
            MarkedStatement statement,
            ExampleField field,
            String said,
            String means,
            Signature by) {
        jdbc.sql("""
                insert into reading_example (document_id, statement_id, region, field, said, means, quote, proposed_by,
                        proposed_by_name, proposed_at)
                values (:document, :statement, :region, :field, :said, :means, :quote, :by, :name, :at)
                """)
                .param("document", document.id())
                .param("statement", statement.id())
                .param("region", document.region())
                .param("field", field.name())
                .param("said", said)
                .param("means", means)
                .param("quote", statement.statement().quote())
                .param("by", by.name())
                .param("name", by.displayName())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    /** Whether the caller may decide on corrections. */
    @Transactional(readOnly = true)
    public boolean mayDecide() {
        return DocumentRights.mayTeach(Callers.current());
    }

    /**
     * Takes a correction into the dictionary, or leaves it.
     *
     * @throws Denied for whoever made it, and for people below the province
     */
    public Outcome decide(long id, int version, boolean take) {
        Caller caller = Callers.current();
        DocumentRights.require(DocumentRights.mayTeach(caller), "采纳更正", "decide on corrections");
        ReadingExample example = jdbc.sql(ExampleList.ROWS + " where e.id = :id for update of e")
                .param("id", id)
                .query(ExampleList::example)
                .optional()
                .orElseThrow(() -> Problem.notFound("DO12", "没有这条更正。", "There is no such correction."));
        if (example.proposedBy().equals(caller.name())) {
            throw new Denied("DO21", "您自己的更正须由另一人采纳。", "Your own correction is decided on by somebody else.");
        }
        if (example.version() != version || !example.isOpen()) return new Outcome.Stale(example.version());
        Signature by = signatures.now();
        if (take && example.field().isTeachable()) words.learn(example, by);
        jdbc.sql("""
                update reading_example set state = :state, decided_by = :by, decided_at = :at, version = version + 1
                where id = :id
                """)
                .param("state", take ? "TAKEN" : "LEFT")
                .param("by", by.name())
                .param("at", Timestamp.from(by.at()))
                .param("id", id)
                .update();
        audit.record(
                take ? "reading-example.take" : "reading-example.leave",
                "reading-example",
                "" + id,
                null,
                Map.of("field", example.field().name(), "said", example.said(), "means", example.means()),
                null);
        return new Outcome.Done("" + id);
    }
}
