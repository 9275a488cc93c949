package org.diaodu.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.server.testing.RouteTargets.Relation;

/** The table of matrix.csv. */
final class RouteMatrix {

    private RouteMatrix() {}

    record Row(String method, String route, String request, List<Cell> cells) {
        String key() {
            return method + " " + route;
        }
    }

    /** What one role gets for one relation; role "nobody" is not signed in. */
    record Cell(String role, Relation relation, Set<Integer> expected) {}

    static List<Row> parse(String csv) {
        List<String[]> lines = csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(",", -1))
                .toList();
        String[] head = lines.getFirst();
        return lines.stream().skip(1).map(line -> row(head, line)).toList();
    }

    private static Row row(String[] head, String[] line) {
        if (line.length != head.length) {
            throw new IllegalArgumentException("matrix.csv: " + String.join(",", line) + " has " + line.length
                    + " columns instead of " + head.length);
        }
        var cells = new ArrayList<Cell>();
        for (int i = 3; i < head.length; i++) {
            String[] parts = line[i].split("/");
            for (Relation relation : Relation.values()) {
                if (parts.length == 1 && relation != Relation.OWN && !line[2].contains("{")) continue;
                String part = parts[parts.length == 1 ? 0 : relation.ordinal()];
                cells.add(new Cell(head[i], relation, expected(part)));
            }
        }
        return new Row(line[0], line[1], line[2], cells);
    }

    private static Set<Integer> expected(String part) {
        return Stream.of(part.split("\\|")).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
