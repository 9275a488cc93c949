package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.diaodu.bulletin.Statement.Bound;
import org.diaodu.standards.Regions;
import org.jspecify.annotations.Nullable;

/**
 * A target as it was typed.
 *
 * @param key the same when the form is sent twice
 * @param kind TARGET or COMMITMENT
 * @param memberUnit code of the unit that answers for it; "" for the government of the region
 * @param low the value, or the lower end of a range, in the unit
 * @param high the upper end of a range; "" for one value
 * @param bound a name of {@link Bound}; "" for none
 * @param unit with its word: 亿元, 万亩, 户, %
 * @param course a name of {@link Course}
 * @param base where it stood when it began, in the unit; "" for nothing
 * @param measure a name of {@link Measure}; "" where its owner reports
 */
public record TargetForm(
        String key,
        String kind,
        String indicator,
        String region,
        String subject,
        String memberUnit,
        String low,
        String high,
        String bound,
        String unit,
        String course,
        String base,
        String begins,
        String due,
        String measure,
        String quote,
        String document,
        String place) {

    private static final int LONGEST = 100;
    private static final int LONGEST_DOCUMENT = 200;
    private static final int LONGEST_QUOTE = 1000;
    private static final int LONGEST_UNIT = 20;

    /** Faults by field, as message keys. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (named(Target.Kind.values(), kind) == null) faults.put("kind", "targets.fault.kind");
        text(faults, "indicator", indicator, LONGEST);
        if (Regions.bundled().find(region) == null) faults.put("region", "targets.fault.region");
        if (subject.strip().length() > LONGEST) faults.put("subject", "targets.fault.long");
        figures(faults);
        days(faults);
        measured(faults);
        if (quote.strip().length() > LONGEST_QUOTE) faults.put("quote", "targets.fault.long");
        text(faults, "document", document, LONGEST_DOCUMENT);
        if (place.strip().length() > LONGEST) faults.put("place", "targets.fault.long");
        return faults;
    }

    private void figures(Map<String, String> faults) {
        BigDecimal from = number(low);
        BigDecimal to = high.isBlank() ? from : number(high);
        if (from == null) faults.put("low", "targets.fault.number");
        if (to == null && !high.isBlank()) faults.put("high", "targets.fault.number");
        else if (from != null && to != null && to.compareTo(from) < 0) faults.put("high", "targets.fault.range");
        boolean range = from != null && to != null && from.compareTo(to) != 0;
        if (!bound.isEmpty() && (named(Bound.values(), bound) == null || range)) {
            faults.put("bound", range ? "targets.fault.bound.range" : "targets.fault.bound");
        }
        text(faults, "unit", unit, LONGEST_UNIT);
        if (named(Course.values(), course) == null) faults.put("course", "targets.fault.course");
        if (!base.isBlank() && number(base) == null) faults.put("base", "targets.fault.number");
    }

    private void days(Map<String, String> faults) {
        LocalDate first = day(begins);
        LocalDate last = day(due);
        if (first == null) faults.put("begins", "targets.fault.day");
        if (last == null) faults.put("due", "targets.fault.day");
        else if (first != null && !first.isBefore(last)) faults.put("due", "targets.fault.due");
    }

    private void measured(Map<String, String> faults) {
        if (measure.isEmpty()) return;
        Measure one = Measure.named(measure).orElse(null);
        if (one == null) faults.put("measure", "targets.fault.measure");
        else if (!one.unit().equals(TextUnit.parse(unit).base())) faults.put("measure", "targets.fault.measure.unit");
        else if (!subject.isBlank()) faults.put("measure", "targets.fault.measure.subject");
    }

    private static void text(Map<String, String> faults, String field, String text, int longest) {
        if (text.isBlank()) faults.put(field, "targets.fault.empty." + field);
        else if (text.strip().length() > longest) faults.put(field, "targets.fault.long");
    }

    /** What is to be reached; of a form without faults. */
    Aim aim() {
        TextUnit in = TextUnit.parse(unit);
        BigDecimal from = in.toBase(Objects.requireNonNull(number(low)));
        BigDecimal to = high.isBlank() ? from : in.toBase(Objects.requireNonNull(number(high)));
        return new Aim(from, to, named(Bound.values(), bound), in);
    }

    BigDecimal baseValue() {
        BigDecimal from = number(base);
        return from == null ? BigDecimal.ZERO : TextUnit.parse(unit).toBase(from);
    }

    /** A number as people type it, with or without thousands set apart; null for anything else. */
    static @Nullable BigDecimal number(String text) {
        String digits = text.strip().replace(",", "").replace("，", "").replace('−', '-');
        return digits.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?") ? new BigDecimal(digits) : null;
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, String name) {
        for (E one : all) if (one.name().equals(name)) return one;
        return null;
    }
}
