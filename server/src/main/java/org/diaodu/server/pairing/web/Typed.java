package org.diaodu.server.pairing.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into one form of a page and could not send off: kept on the page, with why.
 *
 * @param form which form of the page
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

    /** The message key of what is wrong with a field of this form; null if nothing is. */
    public @Nullable String fault(String name, String field) {
        return in(name) ? faults.get(field) : null;
    }
}
