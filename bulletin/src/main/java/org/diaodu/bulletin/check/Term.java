package org.diaodu.bulletin.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names by the words they hold and those that keep a longer name away. */
record Term(List<String> has, List<String> not) {

    /** A row's term; one that names nothing where the row has none. */
    @SuppressWarnings("unchecked")
    static Term of(@Nullable Object yaml) {
        if (yaml == null) {
            return new Term(List.of(), List.of());
        }
        Map<String, List<String>> term = (Map<String, List<String>>) yaml;
        return new Term(term.getOrDefault("has", List.of()), term.getOrDefault("not", List.of()));
    }

    boolean names(String label) {
        return has.stream().anyMatch(label::contains) && not.stream().noneMatch(label::contains);
    }
}
