package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What figures are about: an industry, an indicator of a region, things that are counted. Filled while a passage is read. */
final class Carrier {

    private final String label;
    private final String period;
    private final int sentence;
    private final @Nullable Carrier total;
    private final List<Figure> figures = new ArrayList<>();

    Carrier(String label, String period, int sentence, @Nullable Carrier total) {
        this.label = label;
        this.period = period;
        this.sentence = sentence;
        this.total = total;
    }

    String label() {
        return label;
    }

    /** The words of its period, empty where none was said. */
    String period() {
        return period;
    }

    int sentence() {
        return sentence;
    }

    /** What it is a part of, where the text sets it under another by a colon or in brackets. */
    @Nullable
    Carrier total() {
        return total;
    }

    List<Figure> figures() {
        return figures;
    }

    void add(Figure figure) {
        figures.add(figure);
    }

    /** Its first figure in a role. */
    @Nullable
    Figure figure(Role role) {
        return figures.stream().filter(f -> f.role() == role).findFirst().orElse(null);
    }

    boolean has(Role role) {
        return figure(role) != null;
    }
}
