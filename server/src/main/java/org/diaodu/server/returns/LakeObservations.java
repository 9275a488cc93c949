package org.diaodu.server.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diaodu.growth.Status;
import org.diaodu.lake.Column;
import org.diaodu.lake.Lake;
import org.diaodu.lake.Row;
import org.diaodu.lake.Table;
import org.diaodu.server.access.Scope;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lake table {@code observations}: one row per enterprise and reporting period, written once when the province closes.
 * Columns: enterprise_id, credit_code, name, region, industry, size, ownership, park, chain, key, status, then per item
 * {@code <item>_month, <item>_ytd, <item>_month_base, <item>_ytd_base} (a stock: {@code <item>_month, <item>_month_base}),
 * and gross_output_month_base_filed, gross_output_ytd_base_filed.
 */
@Component
class LakeObservations {
    static final String TABLE = "observations";
    private static final int SCHEMA_VERSION = 1;

    private final Lake lake;
    private final Items items;

    LakeObservations(Lake lake, Items items) {
        this.lake = lake;
        this.items = items;
    }

    java.nio.file.Path root() {
        return lake.root();
    }

    Table table() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.whole("enterprise_id"),
                Column.text("credit_code"),
                Column.text("name"),
                Column.text("region"),
                Column.text("industry"),
                Column.text("size"),
                Column.text("ownership"),
                Column.text("park"),
                Column.text("chain"),
                Column.flag("key"),
                Column.text("status")));
        for (Item item : items.all()) {
            for (var column : org.diaodu.server.returns.Column.values()) {
                if (column.appliesTo(item)) {
                    columns.add(Column.real(item.code() + "_" + column.code()));
                }
            }
        }
        columns.add(Column.real("gross_output_month_base_filed"));
        columns.add(Column.real("gross_output_ytd_base_filed"));
        return lake.table(TABLE, SCHEMA_VERSION, columns);
    }

    /** Writes a new version beside the older ones and gives its number. */
    int write(Period period, List<EnterprisePeriod> rows, String note) {
        return table().write(period.iso(), note, sink -> rows.forEach(row -> sink.add(values(row))))
                .version();
    }

    private @Nullable Object[] values(EnterprisePeriod row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.enterpriseId());
        values.add(row.creditCode());
        values.add(row.name());
        values.add(row.region());
        values.add(row.industry());
        values.add(row.size());
        values.add(row.ownership());
        values.add(row.park());
        values.add(row.chain());
        values.add(row.keyList());
        values.add(row.status().code());
        for (Item item : items.all()) {
            for (var column : org.diaodu.server.returns.Column.values()) {
                if (column.appliesTo(item)) {
                    values.add(row.figures().value(item.code(), column));
                }
            }
        }
        values.add(row.filedLastYear().month());
        values.add(row.filedLastYear().yearToDate());
        return values.toArray();
    }

    /** Gross output of a month or year to date from a closed partition, limited to the scope. */
    List<Observation> read(Period reporting, int version, boolean yearToDate, Scope scope) {
        String span = yearToDate ? "ytd" : "month";
        String from = table().relation(List.of(table().version(reporting.iso(), version)));
        List<Object> values = List.of(
                scope.regionPrefix(),
                scope.regionPrefix(),
                scope.regionPrefix(),
                Optional.ofNullable(scope.enterpriseId()).orElse(-1L));
        return lake.sql()
                .query(
                        "select enterprise_id, credit_code, name, region, industry, size, ownership, park, chain, key, status, gross_output_"
                                + span + " as output, gross_output_" + span + "_base as base, gross_output_" + span
                                + "_base_filed as filed from " + from
                                + " where (? = '*' or (? <> '' and starts_with(region, ?)) or enterprise_id = ?)"
                                + " order by credit_code",
                        values,
                        LakeObservations::observation);
    }

    private static Observation observation(Row row) {
        Status status = Status.parse(text(row, 10)).orElse(Status.CONTINUING);
        return new Observation(
                row.whole(0),
                text(row, 1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                status,
                zeroIfNone(row.real(11)),
                zeroIfNone(row.real(12)),
                row.real(13),
                text(row, 5),
                text(row, 6),
                text(row, 7),
                text(row, 8),
                row.flag(9));
    }

    private static String text(Row row, int column) {
        String text = row.text(column);
        return text == null ? "" : text;
    }

    private static double zeroIfNone(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
