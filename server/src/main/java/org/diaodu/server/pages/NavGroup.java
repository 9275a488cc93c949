package org.diaodu.server.pages;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A heading of the navigation with the entries below it. */
public record NavGroup(String key, List<NavEntry> entries) {
    static List<NavGroup> of(List<NavEntry> entries, @Nullable Visitor visitor) {
        if (visitor == null) {
            return List.of();
        }
        Map<String, List<NavEntry>> groups = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> visitor.isAny(entry.roles()))
                .sorted(Comparator.comparingInt(NavEntry::order))
                .forEach(entry -> groups.computeIfAbsent(entry.group(), g -> new java.util.ArrayList<>())
                        .add(entry));
        return groups.entrySet().stream()
                .map(group -> new NavGroup(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }
}
