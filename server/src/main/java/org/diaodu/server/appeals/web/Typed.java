package org.diaodu.server.appeals.web;

import java.util.List;
import java.util.Map;

/**
 * What somebody typed into one form of an appeal's page and could not send off: kept on the page, with why.
 *
 * @param form which form: a step, "HELPERS", "NOTE" or "RATED"
 * @param helpers the units chosen to help
 * @param faults by field, as message keys
 */
public record Typed(String form, Map<String, String> values, List<String> helpers, Map<String, String> faults) {

    /** Nothing typed. */
    public static final Typed NOTHING = new Typed("", Map.of(), List.of(), Map.of());

    public boolean in(String name) {
        return form.equals(name);
    }

    /** What was typed into a field of this form, else nothing. */
    public String value(String name, String field) {
        return in(name) ? values.getOrDefault(field, "") : "";
    }

    /** The message key of what is wrong with a field of this form; "" if nothing is. */
    public String fault(String name, String field) {
        return in(name) ? faults.getOrDefault(field, "") : "";
    }

    Typed with(Map<String, String> found) {
        return new Typed(form, values, helpers, found);
    }
}
