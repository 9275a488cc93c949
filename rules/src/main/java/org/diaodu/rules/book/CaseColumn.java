package org.diaodu.rules.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A column of {@code cases.csv}: a value of an input or a decision, or a component of it.
 *
 * @param path the input or decision, then the components
 */
record CaseColumn(String heading, List<String> path, DeclaredType type) {

    private static final FEEL ENGINE = FEELBuilder.builder().build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The columns of one input or decision: one, or one a component of a structure. */
    static List<CaseColumn> of(String prefix, String name, DeclaredType type) {
        List<CaseColumn> columns = new ArrayList<>();
        add(columns, prefix + name, List.of(name), type, !prefix.isEmpty());
        return columns;
    }

    private static void add(
            List<CaseColumn> into, String heading, List<String> path, DeclaredType type, boolean expected) {
        boolean open = type.kind() == DeclaredType.Kind.STRUCTURE && (expected || !type.list());
        if (!open) {
            into.add(new CaseColumn(heading, path, type));
            return;
        }
        type.components().forEach((name, component) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            add(into, heading + "." + name, longer, type.list() ? component.asList() : component, expected);
        });
    }

    SheetColumn sheetColumn() {
        return switch (shape()) {
            case NUMBER -> SheetColumn.decimal(heading);
            case BOOLEAN -> SheetColumn.flag(heading);
            case DATE -> SheetColumn.date(heading);
            default -> SheetColumn.text(heading);
        };
    }

    private DeclaredType.Kind shape() {
        return type.list() ? DeclaredType.Kind.ANY : type.kind();
    }

    /** The cell as a FEEL value; null where it is empty, and where it is wrong, which is noted. */
    @Nullable
    Object value(SheetRow row) {
        return switch (shape()) {
            case NUMBER -> row.decimal(heading);
            case BOOLEAN -> row.flag(heading);
            case DATE -> row.date(heading);
            default -> {
                String text = row.text(heading);
                yield text == null ? null : read(row, text);
            }
        };
    }

    private @Nullable Object read(SheetRow row, String text) {
        if (type.kind() == DeclaredType.Kind.STRUCTURE) {
            return structure(row, text);
        }
        if (!type.list()) {
            return checked(row, text, type.kind());
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (String part : parts(text)) {
            list.add(checked(row, part, type.kind()));
        }
        return list;
    }

    private @Nullable Object checked(SheetRow row, String text, DeclaredType.Kind kind) {
        Object value = parse(text, kind);
        if (value == null && !text.equals("null")) {
            row.fault(
                    "rules.case-value",
                    Severity.ERROR,
                    heading,
                    new Wording("“" + text + "”不是" + kind.chinese(), "\"" + text + "\" is not " + kind.english()),
                    advice(kind));
        }
        return value;
    }

    private static Wording advice(DeclaredType.Kind kind) {
        String example = switch (kind) {
            case NUMBER -> "1234.5";
            case BOOLEAN -> "true";
            case DATE -> "2022-03-31";
            case TIME -> "08:30:00";
            case DATE_TIME -> "2022-03-31T08:30:00";
            case DAYS_TIME -> "P3DT2H";
            case YEARS_MONTHS -> "P1Y6M";
            case STRUCTURE -> "[{\"名称\": 1}]";
            case STRING, ANY -> "\"…\"";
        };
        return new Wording("写作 " + example, "write it as " + example);
    }

    static @Nullable Object parse(String text, DeclaredType.Kind kind) {
        String bare = text.strip();
        return switch (kind) {
            case NUMBER -> number(bare);
            case BOOLEAN ->
                switch (bare) {
                    case "true", "是" -> true;
                    case "false", "否" -> false;
                    default -> null;
                };
            case DATE -> ENGINE.evaluate("date(x)", Map.of("x", bare)) instanceof LocalDate date ? date : null;
            case TIME -> ENGINE.evaluate("time(x)", Map.of("x", bare));
            case DATE_TIME -> ENGINE.evaluate("date and time(x)", Map.of("x", bare));
            case DAYS_TIME, YEARS_MONTHS -> ENGINE.evaluate("duration(x)", Map.of("x", bare));
            case STRING -> unquoted(bare);
            case STRUCTURE, ANY -> guessed(bare);
        };
    }

    private static Object guessed(String text) {
        BigDecimal number = number(text);
        if (number != null) {
            return number;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> unquoted(text);
        };
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > 60 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** Parts at semicolons; one inside quotes does not part. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == ';' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    private @Nullable Object structure(SheetRow row, String text) {
        try {
            return typed(JSON.readValue(text, Object.class), type);
        } catch (JacksonException e) {
            row.fault(
                    "rules.case-value",
                    Severity.ERROR,
                    heading,
                    new Wording("结构须写成 JSON", "a structure is written as JSON"),
                    advice(type.kind()));
            return null;
        }
    }

    /** JSON as FEEL values of the declared type. */
    private static @Nullable Object typed(@Nullable Object json, DeclaredType type) {
        return switch (json) {
            case null -> null;
            case List<?> list -> {
                List<@Nullable Object> typed = new ArrayList<>();
                list.forEach(item -> typed.add(typed(item, type.element())));
                yield typed;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> typed = new LinkedHashMap<>();
                map.forEach((key, value) -> typed.put(
                        String.valueOf(key),
                        typed(value, type.components().getOrDefault(String.valueOf(key), DeclaredType.ANY))));
                yield typed;
            }
            case Number number -> new BigDecimal(number.toString());
            case String string -> type.kind() == DeclaredType.Kind.ANY ? string : parse(string, type.kind());
            default -> json;
        };
    }

    /** Puts the value where it belongs among the inputs, making structures on the way. */
    void put(Map<String, @Nullable Object> inputs, @Nullable Object value) {
        Map<String, @Nullable Object> into = inputs;
        for (String step : path.subList(0, path.size() - 1)) {
            into = inner(into, step);
        }
        into.put(path.getLast(), value);
    }

    @SuppressWarnings("unchecked") // every map in here was made here
    private static Map<String, @Nullable Object> inner(Map<String, @Nullable Object> outer, String step) {
        if (outer.get(step) instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        outer.put(step, made);
        return made;
    }
}
