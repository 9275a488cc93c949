package org.diaodu.server.rulebook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the editor holds of a version: its tables, its worked cases, its clause, and the day from which it is to hold. */
public record DraftContent(
        List<TableGrid> tables,
        CaseGrid cases,
        ClauseText clause,
        @Nullable LocalDate validFrom) {

    public DraftContent {
        tables = List.copyOf(tables);
    }

    /** What the stored version holds. */
    public static DraftContent of(Edition edition) {
        return new DraftContent(
                ModelDocument.of(edition.rule(), edition.model()).tables(),
                CaseGrid.of(edition.cases()),
                edition.clause(),
                edition.validFrom());
    }

    /** The same with a column of cases for every input of the model and for the rule's answer. */
    public DraftContent withEveryHeading(List<String> headings) {
        return new DraftContent(tables, cases.with(headings), clause, validFrom);
    }

    /** This model with the tables as they are here. */
    String model(String rule, String base) {
        ModelDocument document = ModelDocument.of(rule, base);
        boolean changed = !document.tables().equals(tables);
        if (!changed) {
            return base;
        }
        tables.forEach(document::apply);
        return document.xml();
    }
}
