package org.diaodu.server.documents;

import java.util.List;
import org.diaodu.bulletin.check.Checker;
import org.diaodu.bulletin.check.Relation;
import org.diaodu.server.access.Callers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads documents with their statements, as far as the caller sees them. */
@Component
@Transactional(readOnly = true)
public class Documents {

    private final DocumentRows rows;
    private final StatementRows statements;
    private final DocumentTimeline timeline;

    Documents(DocumentRows rows, StatementRows statements, DocumentTimeline timeline) {
        this.rows = rows;
        this.statements = statements;
        this.timeline = timeline;
    }

    /** The document of this number, or a page that says there is none. */
    public PublishedDocument get(String number) {
        return rows.find(number).orElseThrow(() -> DocumentRows.notThere(number));
    }

    /** Its statements in the order of the text. */
    public List<MarkedStatement> statements(PublishedDocument document) {
        return statements.of(document);
    }

    /** What happened last, the latest first. */
    public List<DocumentEvent> timeline(PublishedDocument document) {
        return timeline.of(document);
    }

    /** The relations between its figures, what contradicts first. */
    public List<Relation> relations(PublishedDocument document) {
        return Checker.checkText(document.number(), document.content()).stream()
                .sorted(java.util.Comparator.comparing(Relation::contradicts).reversed())
                .toList();
    }

    /** Whether the caller may read documents and look through statements. */
    public boolean mayWork() {
        return DocumentRights.mayWork(Callers.current());
    }
}
