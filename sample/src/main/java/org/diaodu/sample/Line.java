package org.diaodu.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A line of business: a four-digit industry, how frequent it is in its division, its word in names, its chain. */
record Line(String industry, double weight, String word, String chain) {

    /** By division code. */
    static Map<String, List<Line>> byDivision() {
        return Table.read("lines.csv").rows().stream()
                .map(row -> new Line(row.text("class"), row.number("weight"), row.text("word"), row.text("chain")))
                .sorted(Comparator.comparing(Line::industry))
                .collect(Collectors.groupingBy(
                        line -> line.industry.substring(0, 2), TreeMap::new, Collectors.toList()));
    }
}
