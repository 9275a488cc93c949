package org.diaodu.rules.differential;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A FEEL expression of a known type, kept as a tree so that it can be made smaller.
 *
 * @param form the text, with {@code {0}}, {@code {1}} where the parts stand
 * @param name the input, decision or entry it is, if it is only a name
 * @param value the constant it is, if it is one
 * @param digits no value of it has more, as far as is known
 * @param exact false where a quotient or a root was rounded on the way
 */
record Phrase(
        Sort sort,
        String form,
        List<Phrase> parts,
        @Nullable String name,
        @Nullable Object value,
        int digits,
        int scale,
        boolean exact) {

    static Phrase of(Sort sort, String form, Phrase... parts) {
        boolean exact = true;
        for (Phrase part : parts) {
            exact &= part.exact;
        }
        return new Phrase(sort, form, List.of(parts), null, null, 9, 0, exact);
    }

    static Phrase named(Sort sort, String name, int digits, int scale) {
        return new Phrase(sort, name, List.of(), name, null, digits, scale, true);
    }

    static Phrase constant(Sort sort, String text, Object value) {
        if (value instanceof BigDecimal number) {
            return new Phrase(
                    sort,
                    text,
                    List.of(),
                    null,
                    value,
                    Math.max(number.precision(), number.scale()),
                    number.scale(),
                    true);
        }
        return new Phrase(sort, text, List.of(), null, value, 0, 0, true);
    }

    Phrase sized(int newDigits, int newScale) {
        return new Phrase(sort, form, parts, name, value, newDigits, newScale, exact);
    }

    Phrase rounded() {
        return new Phrase(sort, form, parts, name, value, digits, scale, false);
    }

    Phrase exactly() {
        return new Phrase(sort, form, parts, name, value, digits, scale, true);
    }

    Phrase with(int part, Phrase other) {
        List<Phrase> all = new ArrayList<>(parts);
        all.set(part, other);
        return new Phrase(sort, form, all, name, value, digits, scale, exact);
    }

    /** With these phrases where their names stand. */
    Phrase with(Map<String, Phrase> named) {
        Phrase known = name == null ? null : named.get(name);
        return known != null ? known : mapped(part -> part.with(named));
    }

    Phrase mapped(UnaryOperator<Phrase> map) {
        return new Phrase(sort, form, parts.stream().map(map).toList(), name, value, digits, scale, exact);
    }

    String text() {
        String text = form;
        for (int i = 0; i < parts.size(); i++) {
            text = text.replace("{" + i + "}", parts.get(i).text());
        }
        return text;
    }

    /** Itself and everything it is made of. */
    void walk(Consumer<Phrase> visitor) {
        visitor.accept(this);
        parts.forEach(part -> part.walk(visitor));
    }

    /** Phrases of the same type that are a little smaller. */
    List<Phrase> smaller() {
        List<Phrase> found = new ArrayList<>();
        for (Phrase part : parts) {
            if (part.sort == sort) {
                found.add(part);
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            for (Phrase less : parts.get(i).smaller()) {
                found.add(with(i, less));
            }
        }
        return found;
    }
}
