package org.diaodu.server.dispatch.web;

import java.util.List;
import java.util.Map;

/**
 * What somebody typed into one form of a case's page and could not send off: kept on the page, with why.
 *
 * @param form which form: a verb, "causes", "add", "edit-7", "report-7" …
 * @param faults by field, as message keys
 * @param helpers chosen in a measure's form; {@code causes} ticked in that of the causes
 */
public record Typed(
        String form,
        Map<String, String> values,
        List<String> helpers,
        List<String> causes,
        Map<String, String> faults) {

    /** Nothing typed. */
    public static final Typed NOTHING = new Typed("", Map.of(), List.of(), List.of(), Map.of());

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
        return new Typed(form, values, helpers, causes, found);
    }
}
