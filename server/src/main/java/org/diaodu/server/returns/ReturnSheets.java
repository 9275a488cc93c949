package org.diaodu.server.returns;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.registry.Registered;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.ReadOptions;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.SheetWriter;
import org.diaodu.sheets.UnitSeen;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The monthly form as a sheet, one row per enterprise: credit code, name, then per item its values, why bases were restated,
 * and one explanation for the row. What is written as a template can be read back.
 */
@Component
public class ReturnSheets {
    static final String CREDIT_CODE = "credit_code";
    static final String NAME = "name";
    static final String BASE_REASON = "base_reason";
    static final String EXPLANATION = "explanation";

    private final Items items;

    ReturnSheets(Items items) {
        this.items = items;
    }

    SheetReader open(InputStream in, String name) {
        return SheetReader.open(in, name, columns(), ReadOptions.DEFAULT);
    }

    private List<SheetColumn> columns() {
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(SheetColumn.code(CREDIT_CODE, "统一社会信用代码", "信用代码", "社会信用代码").inEveryRow());
        columns.add(SheetColumn.text(NAME, "企业名称", "单位名称", "单位详细名称"));
        for (Item item : items.all()) {
            for (Column column : Column.values()) {
                if (column.appliesTo(item)) {
                    SheetColumn one = SheetColumn.decimal(name(item, column), heading(item, column));
                    columns.add(item.required() && !column.isBase() ? one.inEverySheet() : one);
                }
            }
        }
        columns.add(SheetColumn.text(BASE_REASON, "上年数调整理由", "基数调整理由"));
        columns.add(SheetColumn.text(EXPLANATION, "说明", "情况说明"));
        return columns;
    }

    static String name(Item item, Column column) {
        return item.code() + "_" + column.code();
    }

    static String heading(Item item, Column column) {
        return item.nameZh() + (item.isFlow() ? column.nameZh() : column.isBase() ? "上年同期" : "本期");
    }

    /** The Chinese name of an item, for reports on a sheet; empty for none. */
    String itemName(String code) {
        return items.find(code).map(Item::nameZh).orElse("");
    }

    /** Units in the headings that are not the form's; such a sheet is refused rather than guessed. */
    List<UnitSeen> wrongUnits(SheetReader sheet) {
        return sheet.units().stream().filter(seen -> !isRight(seen)).toList();
    }

    private boolean isRight(UnitSeen seen) {
        String column = seen.column();
        if (column == null) {
            return seen.unit().equals("千元");
        }
        return items.all().stream()
                .filter(item -> column.startsWith(item.code() + "_"))
                .allMatch(item -> item.unitZh().equals(seen.unit()));
    }

    ReturnRow read(SheetRow row) {
        String reason = row.text(BASE_REASON);
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Item item : items.all()) {
            figures.put(
                    item.code(),
                    new Figure(
                            value(row, item, Column.MONTH),
                            value(row, item, Column.YEAR_TO_DATE),
                            value(row, item, Column.MONTH_BASE),
                            value(row, item, Column.YEAR_TO_DATE_BASE),
                            reason));
        }
        String explanation = row.text(EXPLANATION);
        String code = row.code(CREDIT_CODE);
        return new ReturnRow(
                code == null ? "" : code.toUpperCase(java.util.Locale.ROOT),
                Figures.of(figures),
                explanation == null || explanation.isBlank() ? Map.of() : Map.of(ReturnRow.FOR_ALL, explanation));
    }

    private static @Nullable BigDecimal value(SheetRow row, Item item, Column column) {
        return column.appliesTo(item) ? row.decimal(name(item, column)) : null;
    }

    /** One enterprise's row of a template: what is known of it, by {@link FormFields#field}. */
    public record Prefilled(Registered enterprise, Map<String, String> fields) {}

    /** Writes a template with what is known already. */
    public void write(SheetWriter out, Period period, Iterable<Prefilled> rows) throws IOException {
        List<OutColumn> columns = new ArrayList<>();
        columns.add(OutColumn.text("统一社会信用代码").wide(22));
        columns.add(OutColumn.text("企业名称").wide(34));
        for (Item item : items.all()) {
            for (Column column : Column.values()) {
                if (column.appliesTo(item)) {
                    columns.add(OutColumn.number(heading(item, column) + "（" + item.unitZh() + "）", "#,##0.###"));
                }
            }
        }
        columns.add(OutColumn.text("上年数调整理由").wide(24));
        columns.add(OutColumn.text("说明").wide(36));
        out.sheet(period.iso().replace("..", "-"), columns);
        for (Prefilled row : rows) {
            out.row(values(row));
        }
        out.notes(
                "填表说明",
                List.of(
                        new SheetWriter.Note("时期 Period", period.chinese() + " " + period.iso()),
                        new SheetWriter.Note(
                                "累计 Year to date", "留空时按上期累计加本月计算 / left empty: last period's plus the month"),
                        new SheetWriter.Note(
                                "上年数 Last year",
                                "与上年上报数不同时写明理由 / give the reason where it differs from what was filed"),
                        new SheetWriter.Note("表 Form", "GY01")));
    }

    private @Nullable Object[] values(Prefilled row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.enterprise().creditCode());
        values.add(row.enterprise().name());
        for (Item item : items.all()) {
            for (Column column : Column.values()) {
                if (column.appliesTo(item)) {
                    String text = row.fields().get(FormFields.field(item, column));
                    values.add(number(text));
                }
            }
        }
        values.add(reason(row.fields()));
        values.add(null);
        return values.toArray();
    }

    private @Nullable String reason(Map<String, String> fields) {
        return items.all().stream()
                .map(item -> fields.get(item.code() + ".reason"))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return org.diaodu.sheets.NumberText.parse(text) instanceof org.diaodu.sheets.NumberText.Value(BigDecimal number)
                ? number
                : null;
    }

    /** What an uploaded sheet says about one enterprise. */
    public sealed interface Uploaded {
        /** The row of the enterprise, as form fields. */
        record Fields(Map<String, String> fields) implements Uploaded {}

        /** Not used: every fault with its place. */
        record Faulty(List<Fault> faults) implements Uploaded {}

        /** The sheet has no row of this enterprise. */
        record Missing() implements Uploaded {}
    }

    /** Reads the row of one enterprise out of a sheet. */
    public Uploaded readOne(InputStream in, String name, String creditCode) throws IOException {
        try (SheetReader sheet = open(in, name)) {
            Map<String, String> fields = null;
            for (SheetRow row : sheet) {
                ReturnRow read = read(row);
                if (read.creditCode().equals(creditCode)) {
                    fields = new LinkedHashMap<>(FormFields.of(items.all(), read.figures()));
                }
            }
            if (sheet.faults().hasErrors()) {
                return new Uploaded.Faulty(sheet.faults().list());
            }
            return fields == null ? new Uploaded.Missing() : new Uploaded.Fields(fields);
        }
    }
}
