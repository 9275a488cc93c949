package org.diaodu.rules.book;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All worked cases of a version, judged.
 *
 * @param outcomes in the order of the file
 * @param coverage for every table of the model, in the model's order
 */
public record CaseReport(List<CaseOutcome> outcomes, List<TableCoverage> coverage) {

    public CaseReport {
        outcomes = List.copyOf(outcomes);
        coverage = List.copyOf(coverage);
    }

    /**
     * Which rows of a table the cases reach.
     *
     * @param decision the decision or business knowledge model the table stands in
     * @param rows how many rows it has
     * @param casesByRow for each row reached, from 1, the rows of {@code cases.csv} that reach it
     */
    public record TableCoverage(String decision, int rows, Map<Integer, Set<Integer>> casesByRow) {

        /** Rows no case reaches, from 1. */
        public List<Integer> uncovered() {
            return IntStream.rangeClosed(1, rows)
                    .boxed()
                    .filter(row -> !casesByRow.containsKey(row))
                    .toList();
        }
    }

    public boolean allHold() {
        return outcomes.stream().allMatch(CaseOutcome.Holds.class::isInstance);
    }

    public long holding() {
        return outcomes.stream().filter(CaseOutcome.Holds.class::isInstance).count();
    }

    public boolean coversEveryRow() {
        return coverage.stream().allMatch(table -> table.uncovered().isEmpty());
    }
}
