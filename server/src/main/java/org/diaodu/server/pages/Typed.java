package org.diaodu.server.pages;

import java.util.List;
import java.util.Map;

/**
 * What somebody typed into one form of a page and could not send off: kept on the page, with why.
 *
 * @param form which form of the page: a step, "add", "edit-7" …
 * @param values by field
 * @param chosen what was ticked where several may be
 * @param faults by field, as message keys
 */
public record Typed(String form, Map<String, String> values, List<String> chosen, Map<String, String> faults) {

    /** Nothing typed. */
    public static final Typed NOTHING = of("", Map.of());

    /** What was typed, without a fault so far. */
    public static Typed of(String form, Map<String, String> values) {
        return of(form, values, List.of());
    }

    public static Typed of(String form, Map<String, String> values, List<String> chosen) {
        return new Typed(form, values, chosen, Map.of());
    }

    public Typed with(Map<String, String> found) {
        return new Typed(form, values, chosen, found);
    }

    public boolean in(String name) {
        return form.equals(name);
    }

    /** What was typed into a field of this form, else what stands there. */
    public String value(String name, String field, String otherwise) {
        return in(name) ? values.getOrDefault(field, otherwise) : otherwise;
    }

    /** What was typed into a field of this form, else nothing. */
    public String value(String name, String field) {
        return value(name, field, "");
    }

    /** The message key of what is wrong with a field of this form; "" if nothing is. */
    public String fault(String name, String field) {
        return in(name) ? faults.getOrDefault(field, "") : "";
    }
}
