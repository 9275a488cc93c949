package org.diaodu.server.documents.web;

import java.util.List;
import java.util.Map;
import org.diaodu.bulletin.check.Relation;
import org.diaodu.bulletin.check.Verdict;
import org.diaodu.server.documents.DocumentEvent;
import org.diaodu.server.documents.MarkedStatement;
import org.diaodu.server.documents.OwnFigure;
import org.diaodu.server.documents.PublishedDocument;
import org.diaodu.server.documents.StatementState;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.targets.Target;
import org.jspecify.annotations.Nullable;

/**
 * What a document's page shows.
 *
 * @param ledger what of it stands in the ledger of targets, by id
 * @param mayWork whether the caller may look through its statements
 * @param stale whether somebody changed the statement meanwhile
 * @param refused why a step was not possible
 */
public record DocumentView(
        PublishedDocument document,
        List<MarkedText.Paragraph> text,
        List<MarkedStatement> statements,
        List<Relation> relations,
        List<OwnFigure> own,
        List<DocumentEvent> timeline,
        Map<Long, Target> ledger,
        boolean mayWork,
        Typed typed,
        boolean stale,
        @Nullable Explanation refused) {

    private static final int CONFIDENT = 60;

    public long open() {
        return statements.stream().filter(s -> s.state() == StatementState.READ).count();
    }

    public long contradictions() {
        return relations.stream().filter(Relation::contradicts).count();
    }

    /** Relations between printed figures; those that only imply one are told apart. */
    public List<Relation> compared() {
        return relations.stream().filter(r -> r.verdict() != Verdict.IMPLIED).toList();
    }

    public List<Relation> implied() {
        return relations.stream().filter(r -> r.verdict() == Verdict.IMPLIED).toList();
    }

    /** The statement to look at first. */
    public @Nullable MarkedStatement first() {
        return statements.stream()
                .filter(s -> s.state() == StatementState.READ)
                .findFirst()
                .orElse(statements.isEmpty() ? null : statements.getFirst());
    }

    /** What became of a statement in the ledger, as far as the caller sees it. */
    public @Nullable Target target(MarkedStatement one) {
        return one.target() == null ? null : ledger.get(one.target());
    }

    /** Whether the reader itself doubts a statement. */
    public static boolean doubtful(MarkedStatement one) {
        return one.state() == StatementState.READ && one.statement().confidence() * 100 < CONFIDENT;
    }
}
