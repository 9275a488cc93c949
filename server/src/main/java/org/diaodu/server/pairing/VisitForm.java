package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a leader writes down of a visit.
 *
 * @param form the form's own mark: sent twice, the visit is logged once
 * @param day the day of the visit, as typed
 * @param met who was met
 * @param next what is to come of it, one thing a line
 * @param due until when, as typed; may be empty
 */
public record VisitForm(String form, String day, String met, String notes, String next, String due) {

    private static final int MOST = 10;

    /** Faults by field as message keys; empty when it can be logged. */
    Map<String, String> faults(LocalDate today) {
        var faults = new LinkedHashMap<String, String>();
        LocalDate visited = PairingSteps.parsed(day);
        if (visited == null) faults.put("day", "pairing.fault.day");
        else if (visited.isAfter(today)) faults.put("day", "pairing.fault.future");
        if (met.isBlank() || met.length() > 200) faults.put("met", "pairing.fault.met");
        if (notes.isBlank()) faults.put("notes", "pairing.fault.notes");
        else if (notes.length() > 4_000) faults.put("notes", "pairing.fault.notes.long");
        if (steps().size() > MOST || steps().stream().anyMatch(step -> step.length() > 500))
            faults.put("next", "pairing.fault.next");
        if (!due.isBlank() && PairingSteps.parsed(due) == null) faults.put("due", "pairing.fault.day");
        if (!form.matches("[0-9a-zA-Z-]{8,64}")) faults.put("notes", "pairing.fault.form");
        return faults;
    }

    List<String> steps() {
        return next.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
