package org.diaodu.server.supply;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.diaodu.server.access.Contact;

/**
 * A letter as it was typed, one to another province or one from there.
 *
 * @param key the same when the form is sent twice
 * @param number of a letter from another province, as it stands on it; "" for one that is written here
 * @param province code of the other province
 * @param dated for one from another province; "" for one that is written here
 */
public record LetterForm(
        String key,
        String number,
        String province,
        String office,
        String subject,
        String asked,
        String dated,
        String replyBy,
        String contactName,
        String contactPhone) {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_OFFICE = 100;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NAME = 40;

    /** Faults of a letter written today in a province, by field, as message keys. */
    Map<String, String> faultsOut(LocalDate today, String own) {
        Map<String, String> faults = faults(own);
        LocalDate last = ReportForm.day(replyBy);
        if (last == null || last.isBefore(today)) faults.put("replyBy", "supply.fault.replyBy");
        return faults;
    }

    /** Faults of a letter that came to a province until today, by field, as message keys. */
    Map<String, String> faultsIn(LocalDate today, String own) {
        Map<String, String> faults = new LinkedHashMap<>();
        text(faults, "number", number, LONGEST_NUMBER);
        faults.putAll(faults(own));
        LocalDate first = ReportForm.day(dated);
        LocalDate last = ReportForm.day(replyBy);
        if (first == null || first.isAfter(today)) faults.put("dated", "supply.fault.dated");
        if (last == null || (first != null && last.isBefore(first))) faults.put("replyBy", "supply.fault.replyBy");
        return faults;
    }

    private Map<String, String> faults(String own) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (Provinces.name(province).isEmpty()) faults.put("province", "supply.fault.province");
        else if (province.equals(own)) faults.put("province", "supply.fault.own");
        text(faults, "office", office, LONGEST_OFFICE);
        text(faults, "subject", subject, LONGEST_SUBJECT);
        text(faults, "asked", asked, ReportSteps.LONGEST);
        text(faults, "contactName", contactName, LONGEST_NAME);
        if (!contactPhone.strip().matches("[0-9+() \\-]{7,40}"))
            faults.put("contactPhone", "supply.fault.contactPhone");
        return faults;
    }

    LocalDate lastDay() {
        return Objects.requireNonNull(ReportForm.day(replyBy));
    }

    LocalDate day() {
        return Objects.requireNonNull(ReportForm.day(dated));
    }

    Contact contact() {
        return new Contact(contactName.strip(), contactPhone.strip(), false);
    }

    private static void text(Map<String, String> faults, String field, String text, int longest) {
        if (text.isBlank()) faults.put(field, "supply.fault.empty." + field);
        else if (text.strip().length() > longest) faults.put(field, "supply.fault.long");
    }
}
