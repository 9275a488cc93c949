package org.diaodu.server.policies;

import java.util.List;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Severity;

/**
 * What the dry run of a file of facts found.
 *
 * @param fresh facts that would be written
 * @param unchanged facts that are known with the same value from the same day
 * @param subjects projects and products that are named for the first time
 * @param problems each with its place; where one is an error nothing is written
 */
public record FactReport(int rows, int fresh, int unchanged, int subjects, List<Problem> problems) {

    public FactReport {
        problems = List.copyOf(problems);
    }

    /**
     * One problem.
     *
     * @param row as the file's own program counts; 0 for the whole file
     */
    public record Problem(int row, String column, String value, boolean error, String code, String zh, String en) {

        static Problem of(Fault fault) {
            String column = fault.column();
            return new Problem(
                    fault.row(),
                    (fault.place().letters() + " " + (column == null ? "" : column)).strip(),
                    fault.value(),
                    fault.severity() == Severity.ERROR,
                    fault.code(),
                    fault.zh(),
                    fault.en());
        }
    }

    public long errors() {
        return problems.stream().filter(Problem::error).count();
    }

    public boolean canBeWritten() {
        return errors() == 0 && fresh > 0;
    }
}
