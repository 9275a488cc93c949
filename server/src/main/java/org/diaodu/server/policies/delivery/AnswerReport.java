package org.diaodu.server.policies.delivery;

import java.util.List;
import org.diaodu.sheets.Fault;

/**
 * What a file of answers says, and whether it was taken: all of it or nothing.
 *
 * @param same answered the same way before
 * @param faults each with its row and column; where there is one nothing was written
 * @param taken whether something was written now
 * @param before whether the very same file was taken before
 */
public record AnswerReport(
        String fileName,
        int rows,
        int paid,
        int returned,
        int same,
        List<Fault> faults,
        boolean taken,
        boolean before) {

    public AnswerReport {
        faults = List.copyOf(faults);
    }

    static AnswerReport before(String fileName, int rows) {
        return new AnswerReport(fileName, rows, 0, 0, rows, List.of(), false, true);
    }
}
