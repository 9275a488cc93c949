package org.diaodu.server.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.diaodu.server.access.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was typed.
 *
 * @param key the same when the form is sent twice
 * @param kind a name of {@link Trouble}
 * @param province code of a province
 * @param outputAtRisk in 10 000 yuan
 */
public record ReportForm(
        String key,
        String kind,
        String item,
        String amount,
        String unit,
        String supplier,
        String province,
        String place,
        String since,
        String stockDays,
        String outputAtRisk,
        String words,
        String contactName,
        String contactPhone) {

    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_UNIT = 20;
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_DAYS = 365;
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    /** Faults by field, as message keys. */
    Map<String, String> faults(LocalDate today) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (Trouble.named(kind).isEmpty()) faults.put("kind", "supply.fault.kind");
        text(faults, "item", item, LONGEST_ITEM);
        BigDecimal many = number(amount, 3);
        if (many == null || many.signum() <= 0) faults.put("amount", "supply.fault.amount");
        text(faults, "unit", unit, LONGEST_UNIT);
        text(faults, "supplier", supplier, LONGEST_ITEM);
        if (Provinces.name(province).isEmpty()) faults.put("province", "supply.fault.province");
        if (place.length() > LONGEST_PLACE) faults.put("place", "supply.fault.long");
        LocalDate first = day(since);
        if (first == null || first.isAfter(today) || first.isBefore(today.minusYears(1)))
            faults.put("since", "supply.fault.since");
        if (days() == null) faults.put("stockDays", "supply.fault.stockDays");
        if (number(outputAtRisk, 2) == null) faults.put("outputAtRisk", "supply.fault.outputAtRisk");
        if (words.length() > ReportSteps.LONGEST) faults.put("words", "supply.fault.long");
        text(faults, "contactName", contactName, LONGEST_NAME);
        if (!contactPhone.strip().matches("[0-9+() \\-]{7,40}"))
            faults.put("contactPhone", "supply.fault.contactPhone");
        return faults;
    }

    /** What it says, once it has no faults. */
    Facts facts() {
        return new Facts(
                Trouble.named(kind).orElseThrow(),
                item.strip(),
                Objects.requireNonNull(number(amount, 3)),
                unit.strip(),
                supplier.strip(),
                province,
                place.strip(),
                Objects.requireNonNull(day(since)),
                Objects.requireNonNull(days()),
                Objects.requireNonNull(number(outputAtRisk, 2)),
                words.strip(),
                new Contact(contactName.strip(), contactPhone.strip(), false));
    }

    private static void text(Map<String, String> faults, String field, String text, int longest) {
        if (text.isBlank()) faults.put(field, "supply.fault.empty." + field);
        else if (text.strip().length() > longest) faults.put(field, "supply.fault.long");
    }

    private @Nullable Integer days() {
        String plain = stockDays.strip();
        if (!plain.matches("[0-9]{1,3}")) return null;
        int days = Integer.parseInt(plain);
        return days <= MOST_DAYS ? days : null;
    }

    /** A number not below zero with at most so many decimals; null where it is none. */
    private static @Nullable BigDecimal number(String text, int decimals) {
        String plain = text.strip().replaceAll("[,，]", "");
        if (!plain.matches("[0-9]{1,10}(\\.[0-9]{1," + decimals + "})?")) return null;
        var number = new BigDecimal(plain);
        return number.compareTo(MOST) <= 0 ? number : null;
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
