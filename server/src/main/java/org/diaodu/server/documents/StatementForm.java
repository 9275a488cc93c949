package org.diaodu.server.documents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.diaodu.bulletin.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement as somebody corrects it.
 *
 * @param period in ISO form, such as {@code 2022-01..2022-03}; "" where the text does not tell
 * @param kind a name of {@link Statement.Kind}
 * @param low the value, or the lower end of a range, in the unit
 * @param high the upper end; "" for one value
 * @param unit with its word: 亿元, 万亩, %
 */
public record StatementForm(
        String indicator, String subject, String period, String kind, String low, String high, String unit) {

    private static final int LONGEST = 200;
    private static final int LONGEST_UNIT = 20;
    private static final String PERIOD =
            "|\\d{4}(?:-\\d\\d(?:-\\d\\d)?|-Q[1-4]|-H[12])?(?:\\.\\.\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?)?";
    private static final Map<String, String> SCALES = scales();

    /** Of what was posted. */
    public static StatementForm of(Map<String, String> posted) {
        return new StatementForm(
                posted.getOrDefault("indicator", "").strip(),
                posted.getOrDefault("subject", "").strip(),
                posted.getOrDefault("period", "").strip(),
                posted.getOrDefault("kind", ""),
                posted.getOrDefault("low", "").strip(),
                posted.getOrDefault("high", "").strip(),
                posted.getOrDefault("unit", "").strip());
    }

    /** Faults by field, as message keys. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (indicator.isEmpty()) faults.put("indicator", "documents.fault.indicator");
        else if (indicator.length() > LONGEST) faults.put("indicator", "documents.fault.long");
        if (subject.length() > LONGEST) faults.put("subject", "documents.fault.long");
        if (!period.matches(PERIOD)) faults.put("period", "documents.fault.period");
        if (kindNamed() == null) faults.put("kind", "documents.fault.kind");
        BigDecimal from = number(low);
        BigDecimal to = high.isEmpty() ? from : number(high);
        if (from == null) faults.put("low", "documents.fault.number");
        if (to == null && !high.isEmpty()) faults.put("high", "documents.fault.number");
        else if (from != null && to != null && to.compareTo(from) < 0) faults.put("high", "documents.fault.range");
        if (unit.isEmpty() || unit.length() > LONGEST_UNIT) faults.put("unit", "documents.fault.unit");
        return faults;
    }

    private Statement.@Nullable Kind kindNamed() {
        for (Statement.Kind each : Statement.Kind.values()) if (each.name().equals(kind)) return each;
        return null;
    }

    /** The statement with what was typed; of a form without faults. */
    Statement applied(Statement before) {
        BigDecimal scale = new BigDecimal(SCALES.getOrDefault(wordOf(unit), "1"));
        BigDecimal from = Objects.requireNonNull(number(low));
        BigDecimal to = high.isEmpty() ? from : Objects.requireNonNull(number(high));
        return new Statement(
                before.start(),
                before.end(),
                before.quote(),
                indicator,
                subject,
                period.isEmpty() ? null : period,
                Objects.requireNonNull(kindNamed()),
                from.multiply(scale),
                to.multiply(scale),
                unit.substring(wordOf(unit).length()),
                before.direction(),
                from.compareTo(to) == 0 ? before.bound() : null,
                before.comparator(),
                before.targetYear(),
                Math.max(0, from.scale()),
                scale,
                before.confidence());
    }

    private static String wordOf(String unit) {
        return SCALES.keySet().stream()
                .filter(word -> unit.startsWith(word) && !unit.equals(word) && !unit.startsWith("千瓦"))
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> scales() {
        Map<String, String> scales = new LinkedHashMap<>();
        scales.put("万亿", "1000000000000");
        scales.put("亿", "100000000");
        scales.put("千万", "10000000");
        scales.put("百万", "1000000");
        scales.put("万", "10000");
        scales.put("千", "1000");
        return scales;
    }

    private static @Nullable BigDecimal number(String text) {
        String digits = text.replace(",", "").replace("，", "").replace('−', '-');
        return digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?") ? new BigDecimal(digits) : null;
    }
}
