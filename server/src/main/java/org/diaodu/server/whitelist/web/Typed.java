package org.diaodu.server.whitelist.web;

import java.util.Map;

/**
 * What somebody typed into one form and could not send off: kept on the page, with why.
 *
 * @param form which form: a verb, "pass", "apply", or the number of a pass to be revoked
 * @param faults by field, as message keys
 */
public record Typed(String form, Map<String, String> values, Map<String, String> faults) {

    /** Nothing typed. */
    public static final Typed NOTHING = new Typed("", Map.of(), Map.of());

    public boolean in(String name) {
        return form.equals(name);
    }

    /** What was typed into a field of this form, else what stands there. */
    public String value(String name, String field, String otherwise) {
        return in(name) ? values.getOrDefault(field, otherwise) : otherwise;
    }

    /** The message key of what is wrong with a field of this form; "" if nothing is. */
    public String fault(String name, String field) {
        return in(name) ? faults.getOrDefault(field, "") : "";
    }

    Typed with(Map<String, String> found) {
        return new Typed(form, values, found);
    }
}
