package org.diaodu.growth.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.diaodu.growth.Codes;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Status;
import org.diaodu.lake.Frame;
import org.diaodu.lake.SqlEngine;
import org.diaodu.standards.Period;

/**
 * Reads observations that were judged before, such as a generated or closed file with the columns of docs/formats/growth.md:
 * only what growth needs, codes as numbers, hundreds of thousands of rows in a fraction of a second. Nothing is judged
 * again but whether the figures fit their status. Credit codes and names are left out unless asked for.
 */
public final class ParquetObservations {
    private static final AtomicLong SERIAL = new AtomicLong();

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
        var columns = new ArrayList<>(axes);
        columns.add("status");
        Map<String, String> types = types(engine, table, columns);
        try {
            return read(engine, table, period, axes, types, withEnterprises);
        } finally {
            types.values().forEach(type -> engine.execute("drop type " + type, List.of()));
        }
    }

    /** For each column an enumeration of its codes, by which DuckDB gives their numbers. */
    private static Map<String, String> types(SqlEngine engine, String table, List<String> columns) {
        var types = new HashMap<String, String>();
        long serial = SERIAL.incrementAndGet();
        for (String column : columns) {
            String type = "growth_" + serial + "_" + types.size();
            engine.execute("""
                    create type %s as enum (select distinct coalesce(cast("%s" as varchar), '') from %s order by 1)
                    """.formatted(type, column, table), List.of());
            types.put(column, type);
        }
        return types;
    }

    private static Observations read(
            SqlEngine engine,
            String table,
            Period period,
            List<String> axes,
            Map<String, String> types,
            boolean withEnterprises) {
        String codes = types.entrySet().stream()
                .map(column -> """
                        cast(enum_code(coalesce(cast("%1$s" as varchar), '')::%2$s) as bigint) as "%1$s"
                        """.formatted(column.getKey(), column.getValue()))
                .collect(Collectors.joining(","));
        Frame frame = engine.frame(
                """
                select %s, coalesce(cast(output as double), 0) as output,
                       coalesce(cast(output_base as double), 0) as output_base,
                       cast(output_base_filed as double) as output_base_filed %s
                from %s where period = ?
                """.formatted(codes, withEnterprises ? ", credit_code, name" : "", table), List.of(period.iso()));
        var columns = new HashMap<String, Codes>();
        for (String axis : axes) columns.put(axis, codes(engine, frame, axis, types));
        return Observations.ofColumns(
                period,
                withEnterprises ? texts(frame, "credit_code") : List.of(),
                withEnterprises ? texts(frame, "name") : List.of(),
                columns,
                status(codes(engine, frame, "status", types)),
                frame.reals("output"),
                frame.reals("output_base"),
                frame.reals("output_base_filed"));
    }

    private static Codes codes(SqlEngine engine, Frame frame, String column, Map<String, String> types) {
        List<String> dictionary = engine.query(
                "select cast(unnest(enum_range(null::" + types.get(column) + ")) as varchar)",
                List.of(),
                row -> String.valueOf(row.text(0)));
        long[] numbers = frame.wholes(column);
        int[] ids = new int[numbers.length];
        for (int row = 0; row < ids.length; row++) ids[row] = (int) numbers[row];
        return new Codes(dictionary, ids);
    }

    private static List<String> texts(Frame frame, String column) {
        return Arrays.stream(frame.texts(column))
                .map(text -> text == null ? "" : text)
                .toList();
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
