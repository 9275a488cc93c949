package org.diaodu.server.rulebook;

import java.util.List;
import org.diaodu.rules.book.Finding;

/**
 * What can be said of a draft before it is saved.
 *
 * @param findings errors, warnings and notes, the worst first
 * @param cells those that belong to a cell of a table or of the cases
 * @param cases every worked case with its answer before and after
 * @param headings the columns its cases may have, so that the editor can offer those that are new
 * @param compiled whether it runs as SQL
 * @param whyZh why not; empty where it does or where the model cannot be read
 */
public record DraftCheck(
        List<Finding> findings,
        List<CellFault> cells,
        List<CaseLine> cases,
        List<String> headings,
        boolean compiled,
        String whyZh,
        String whyEn) {

    /**
     * @param grid the table's key, or "cases"
     * @param row from 0; -1 is the head
     * @param column from 0, over inputs, outputs and annotations
     */
    public record CellFault(String grid, int row, int column, String weight, String zh, String en) {}

    /**
     * A worked case.
     *
     * @param row in the grid of cases, from 0
     * @param before the answer of the version the draft started from; empty for a new rule
     * @param expected what the case expects of the rule's decision; null where it says nothing of it
     * @param holds whether all it expects came
     */
    public record CaseLine(
            int row,
            String name,
            String before,
            String after,
            @org.jspecify.annotations.Nullable String expected,
            boolean holds) {
        public boolean isChanged() {
            return !before.isEmpty() && !before.equals(after);
        }
    }

    public long errors() {
        return findings.stream().filter(f -> f.weight() == Finding.Weight.ERROR).count();
    }

    public long warnings() {
        return findings.stream().filter(f -> f.weight() == Finding.Weight.WARNING).count();
    }

    public long failing() {
        return cases.stream().filter(line -> !line.holds()).count();
    }

    public long changed() {
        return cases.stream().filter(CaseLine::isChanged).count();
    }
}
