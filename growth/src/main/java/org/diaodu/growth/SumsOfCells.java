package org.diaodu.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sums that tie the cells of an account together: every shown cell and the cells of one finer level that make it up. */
final class SumsOfCells {
    /** A shown cell (null: the total) and the cells of one level that add up to it, smallest first. */
    private record Sum(@Nullable Group whole, List<Group> cells) {}

    private final List<Sum> sums = new ArrayList<>();

    SumsOfCells(List<Group> groups) {
        Map<List<Part>, Group> shown = new HashMap<>();
        for (Group group : groups) shown.put(key(group.parts()), group);
        Map<List<Object>, List<Group>> cellsOf = new LinkedHashMap<>();
        Map<List<Object>, List<Part>> wholeOf = new HashMap<>();
        for (Group group : shown.values()) {
            if (Suppression.isEmpty(group)) continue;
            for (List<Part> coarser : coarser(key(group.parts()))) {
                if (!coarser.isEmpty() && !shown.containsKey(coarser)) continue;
                List<Object> sum = List.of(coarser, axes(group), group.level());
                cellsOf.computeIfAbsent(sum, _ -> new ArrayList<>()).add(group);
                wholeOf.put(sum, coarser);
            }
        }
        cellsOf.forEach((sum, cells) -> {
            cells.sort(Comparator.comparingDouble(SumsOfCells::size).thenComparing(Group::code));
            sums.add(new Sum(shown.get(wholeOf.getOrDefault(sum, List.of())), cells));
        });
    }

    /** Adds to the withheld cells until none of them can be worked out from what is shown. */
    void complete(Set<Group> withheld) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum sum : sums) changed |= secure(sum, withheld);
        }
    }

    private static boolean secure(Sum sum, Set<Group> withheld) {
        boolean changed = false;
        for (Group cell : sum.cells()) {
            if (isSafe(sum, withheld)) break;
            changed |= withheld.add(cell);
        }
        return changed;
    }

    private static boolean isSafe(Sum sum, Set<Group> withheld) {
        boolean wholeWithheld = sum.whole() != null && withheld.contains(sum.whole());
        int unknown = wholeWithheld ? 1 : 0;
        int enterprises = 0;
        double value = 0;
        double base = 0;
        double largestValue = 0;
        double largestBase = 0;
        for (Group cell : sum.cells()) {
            if (!withheld.contains(cell)) continue;
            unknown++;
            enterprises += cell.enterprises();
            value += cell.value();
            base += cell.base();
            largestValue = Math.max(largestValue, cell.largestShare() * cell.value());
            largestBase = Math.max(largestBase, cell.largestShare() * cell.base());
        }
        if (unknown == 0) return true;
        if (unknown == 1) return false;
        return wholeWithheld
                || (enterprises >= Suppression.FEWEST
                        && largestValue <= Suppression.DOMINANCE * value
                        && largestBase <= Suppression.DOMINANCE * base);
    }

    private static double size(Group group) {
        return Math.max(group.value(), group.base());
    }

    private static List<Part> key(List<Part> parts) {
        return parts.stream().sorted(Comparator.comparing(Part::axis)).toList();
    }

    private static List<String> axes(Group group) {
        return group.parts().stream().map(Part::axis).sorted().toList();
    }

    /** Every cell this one lies in: each axis as it is, at any level above, or left out; the total is the empty key. */
    private static List<List<Part>> coarser(List<Part> parts) {
        List<List<Part>> keys = List.of(List.of());
        for (Part part : parts) {
            var longer = new ArrayList<List<Part>>(keys);
            for (Part node = part; node != null; node = node.above()) {
                for (List<Part> key : keys) {
                    var with = new ArrayList<>(key);
                    with.add(node);
                    longer.add(with);
                }
            }
            keys = longer;
        }
        return keys.stream().filter(key -> !key.equals(parts)).toList();
    }
}
