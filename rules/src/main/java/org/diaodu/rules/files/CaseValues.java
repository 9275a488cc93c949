package org.diaodu.rules.files;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.typed.Kind;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

/** Values of inputs as people write them on a command line or in a sheet. */
public final class CaseValues {

    private CaseValues() {}

    /** As the typed form keeps it; null where the text is nothing of the kind. */
    public static @Nullable Object parse(String text, Kind kind) {
        String bare = text.strip();
        try {
            return switch (kind) {
                case NUMBER -> new BigDecimal(bare.replace(",", ""));
                case TEXT, NOTHING -> text;
                case TRUTH ->
                    switch (bare) {
                        case "true", "是" -> true;
                        case "false", "否" -> false;
                        default -> null;
                    };
                case DATE -> LocalDate.parse(bare);
                case DATE_TIME -> LocalDateTime.parse(bare);
                case TIME -> Values.kept(LocalTime.parse(bare));
                case MONTHS -> Values.kept(ComparablePeriod.parse(bare));
                case SECONDS -> Values.kept(Duration.parse(bare));
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    public static Wording advice(Kind kind) {
        String example = switch (kind) {
            case NUMBER -> "1234.5";
            case TEXT, NOTHING -> "…";
            case TRUTH -> "true";
            case DATE -> "2022-03-31";
            case DATE_TIME -> "2022-03-31T08:30:00";
            case TIME -> "08:30:00";
            case MONTHS -> "P1Y6M";
            case SECONDS -> "P3DT2H";
        };
        return new Wording("写作 " + example, "write it as " + example);
    }

    /** Puts a value at its path, as 企业.营业收入. */
    @SuppressWarnings("unchecked")
    public static void put(Map<String, @Nullable Object> values, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            values.put(path, value);
        } else {
            Object inner = values.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<>());
            put((Map<String, @Nullable Object>) inner, path.substring(dot + 1), value);
        }
    }
}
