package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.sheets.NumberText;
import org.jspecify.annotations.Nullable;

/**
 * The monthly form as typed, field by field: {@code <item>.<column>} for values, {@code <item>.reason} for why a base was
 * restated, {@code explain.<rule>:<item>} for explanations. A year to date left empty is last period's plus the month.
 */
public final class FormFields {
    private static final String EXPLAIN = "explain.";

    private FormFields() {}

    /** Something typed that is no number. */
    public record Misread(String field, String value, String zh, String en) {}

    /** What was understood, and what was not. */
    public record Read(Figures figures, Map<String, String> explanations, List<Misread> misread) {}

    public static String field(Item item, Column column) {
        return item.code() + "." + column.code();
    }

    public static Read read(List<Item> items, Map<String, String> fields, @Nullable Figures previous) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<Misread> misread = new ArrayList<>();
        for (Item item : items) {
            BigDecimal[] values = new BigDecimal[Column.values().length];
            for (Column column : Column.values()) {
                if (column.appliesTo(item)) {
                    values[column.ordinal()] = number(field(item, column), fields, misread);
                }
            }
            figures.put(item.code(), completed(item, values, previous, fields.get(item.code() + ".reason")));
        }
        Map<String, String> explanations = new LinkedHashMap<>();
        fields.forEach((name, text) -> {
            if (name.startsWith(EXPLAIN) && !text.isBlank()) {
                explanations.put(name.substring(EXPLAIN.length()), text.strip());
            }
        });
        return new Read(Figures.of(figures), explanations, misread);
    }

    private static Figure completed(
            Item item, @Nullable BigDecimal[] values, @Nullable Figures previous, @Nullable String reason) {
        BigDecimal month = values[Column.MONTH.ordinal()];
        BigDecimal yearToDate = values[Column.YEAR_TO_DATE.ordinal()];
        BigDecimal monthBase = values[Column.MONTH_BASE.ordinal()];
        BigDecimal yearToDateBase = values[Column.YEAR_TO_DATE_BASE.ordinal()];
        if (item.isFlow() && yearToDate == null && month != null) {
            BigDecimal before =
                    previous == null ? null : previous.of(item.code()).yearToDate();
            yearToDate = before == null ? month : before.add(month);
        }
        return new Figure(
                month,
                yearToDate,
                monthBase,
                yearToDateBase,
                reason == null || reason.isBlank() ? null : reason.strip());
    }

    private static @Nullable BigDecimal number(String field, Map<String, String> fields, List<Misread> misread) {
        String text = fields.getOrDefault(field, "");
        return switch (NumberText.parse(text)) {
            case NumberText.Value(BigDecimal number) -> {
                if (number.scale() > 3 && number.stripTrailingZeros().scale() > 3
                        || number.precision() - number.scale() > 15) {
                    misread.add(new Misread(
                            field, text, "整数不超过 15 位，小数不超过 3 位", "at most 15 digits before and 3 after the point"));
                    yield null;
                }
                yield number;
            }
            case NumberText.Empty() -> null;
            case NumberText.Refused(String code, var message, var advice) -> {
                misread.add(new Misread(
                        field, text, message.zh() + "：" + advice.zh(), message.en() + ". Maybe " + advice.en()));
                yield null;
            }
        };
    }

    /** The figures as form fields, the way they are typed. */
    public static Map<String, String> of(List<Item> items, Figures figures) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Item item : items) {
            for (Column column : Column.values()) {
                BigDecimal value = figures.value(item.code(), column);
                if (value != null && column.appliesTo(item)) {
                    fields.put(field(item, column), Numbers.plain(value));
                }
            }
            String reason = figures.of(item.code()).baseReason();
            if (reason != null) {
                fields.put(item.code() + ".reason", reason);
            }
        }
        return fields;
    }
}
