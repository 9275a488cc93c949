package org.diaodu.server.whitelist;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pass as it was typed.
 *
 * @param key the same when the form is sent twice
 */
public record PassForm(
        String key, String plate, String goods, String from, String to, String validFrom, String validUntil) {

    private static final int LONGEST_GOODS = 200;
    private static final int LONGEST_PLACE = 100;

    /** Faults by field, as message keys; the days must lie within those of the entry and not in the past. */
    Map<String, String> faults(Validity entry, LocalDate today) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (Plate.typed(plate).isEmpty()) faults.put("plate", "whitelist.fault.plate");
        text(faults, "goods", goods, LONGEST_GOODS);
        text(faults, "from", from, LONGEST_PLACE);
        text(faults, "to", to, LONGEST_PLACE);
        LocalDate first = day(validFrom);
        LocalDate last = day(validUntil);
        if (first == null) faults.put("validFrom", "whitelist.fault.day");
        if (last == null) faults.put("validUntil", "whitelist.fault.day");
        if (first == null || last == null) return faults;
        if (last.isBefore(first)) faults.put("validUntil", "whitelist.fault.order");
        else if (last.isBefore(today)) faults.put("validUntil", "whitelist.fault.past");
        else if (!entry.covers(first)) faults.put("validFrom", "whitelist.fault.within");
        else if (!entry.covers(last)) faults.put("validUntil", "whitelist.fault.within");
        return faults;
    }

    private static void text(Map<String, String> faults, String field, String text, int longest) {
        if (text.isBlank()) faults.put(field, "whitelist.fault.empty." + field);
        else if (text.length() > longest) faults.put(field, "whitelist.fault.long");
    }

    /** The day somebody typed; null where it is none. */
    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
