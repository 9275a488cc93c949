package org.diaodu.bulletin.brief;

import java.util.ArrayList;
import java.util.List;

/** A stretch of a paragraph: words, or a figure that leads to its rows. */
public sealed interface Run {

    /** As it reads. */
    String text();

    /** Plain words. */
    record Words(String text) implements Run {}

    /**
     * A figure as printed.
     *
     * @param name its name in the facts
     * @param text digits only, without sign where the words before it say the direction
     * @param address where its rows are on the platform; empty for none
     */
    record Printed(String name, String text, String address) implements Run {}

    /** The same runs with words that follow each other as one. */
    static List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            if (run instanceof Words(String more)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Words(String before)) {
                joined.removeLast();
                joined.add(new Words(before + more));
            } else {
                joined.add(run);
            }
        }
        return List.copyOf(joined);
    }

    /** How runs read one after the other. */
    static String text(Iterable<Run> runs) {
        var text = new StringBuilder();
        for (Run run : runs) text.append(run.text());
        return text.toString();
    }
}
