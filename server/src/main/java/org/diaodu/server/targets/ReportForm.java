package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A figure as its owner typed it.
 *
 * @param key the same when the form is sent twice
 * @param value in the unit of the target
 */
public record ReportForm(String key, String day, String value, String source, String words) {

    private static final int LONGEST_SOURCE = 200;
    static final int LONGEST_WORDS = 1000;

    /** Faults by field, as message keys. */
    Map<String, String> faults(Target target, LocalDate today) {
        Map<String, String> faults = new LinkedHashMap<>();
        LocalDate of = TargetForm.day(day);
        if (of == null || of.isAfter(today)) faults.put("day", "targets.fault.day.past");
        else if (of.isBefore(target.begins())) faults.put("day", "targets.fault.day.early");
        BigDecimal number = TargetForm.number(value);
        if (number == null) faults.put("value", "targets.fault.number");
        if (source.isBlank()) faults.put("source", "targets.fault.empty.source");
        else if (source.strip().length() > LONGEST_SOURCE) faults.put("source", "targets.fault.long");
        if (words.strip().length() > LONGEST_WORDS) faults.put("words", "targets.fault.long");
        return faults;
    }
}
