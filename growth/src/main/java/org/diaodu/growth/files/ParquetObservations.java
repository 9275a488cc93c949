package org.diaodu.growth.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diaodu.growth.Codes;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Status;
import org.diaodu.lake.SqlEngine;
import org.diaodu.standards.Period;

/**
 * Reads observations that were judged before, such as a generated or closed file with the columns of docs/formats/growth.md:
 * only what growth needs, codes as numbers, hundreds of thousands of rows in a fraction of a second. Nothing is judged
 * again but whether the figures fit their status. Credit codes and names are left out unless asked for.
 */
public final class ParquetObservations {
    private ParquetObservations() {}

    /**
     * The rows of a period.
     *
     * @param table a table, or {@code read_parquet('…')} as the engine knows it; never what a user typed
     * @param axes the code columns to read, {@code region} and {@code industry} among them
     * @param withEnterprises whether credit codes and names are wanted
     * @throws IllegalArgumentException if a figure is missing or contradicts its status
     */
    public static Observations read(
            SqlEngine engine, String table, Period period, List<String> axes, boolean withEnterprises) {
        var coded = new ArrayList<>(axes);
        coded.add("status");
        List<String> texts = withEnterprises ? List.of("credit_code", "name") : List.of();
        var columns = new CodedTable.Columns(coded, List.of("output", "output_base", "output_base_filed"), texts);
        CodedTable rows = CodedTable.read(engine, table, columns, "period = ?", List.of(period.iso()));
        return Observations.ofColumns(
                period,
                rows.texts("credit_code"),
                rows.texts("name"),
                axes.stream().collect(Collectors.toMap(axis -> axis, rows::codes)),
                status(rows.codes("status")),
                zeroIfNone(rows.figures("output")),
                zeroIfNone(rows.figures("output_base")),
                rows.figures("output_base_filed"));
    }

    private static double[] zeroIfNone(double[] figures) {
        for (int row = 0; row < figures.length; row++) if (Double.isNaN(figures[row])) figures[row] = 0;
        return figures;
    }

    private static Status[] status(Codes codes) {
        Status[] ofCode = codes.dictionary().stream()
                .map(text -> text.isEmpty()
                        ? Status.CONTINUING
                        : Status.parse(text.toLowerCase(Locale.ROOT))
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "no such status: " + text + ". Maybe continuing, new_plant, entry or exit")))
                .toArray(Status[]::new);
        Status[] status = new Status[codes.ids().length];
        for (int row = 0; row < status.length; row++) status[row] = ofCode[codes.ids()[row]];
        return status;
    }
}
