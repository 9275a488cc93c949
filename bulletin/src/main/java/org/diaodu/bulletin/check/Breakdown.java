package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.List;

/** A total and the parts a text lists under it. Filled while a passage is read. */
final class Breakdown {

    private final Figure total;
    private final List<Figure> parts = new ArrayList<>();
    private boolean open;
    private boolean added;

    Breakdown(Figure total) {
        this.total = total;
    }

    Figure total() {
        return total;
    }

    List<Figure> parts() {
        return parts;
    }

    void add(Figure part) {
        parts.add(part);
    }

    /** Whether the text says that there are more parts: 其中, 等, …. */
    boolean open() {
        return open;
    }

    void leaveOpen() {
        open = true;
    }

    /** Whether the text itself adds the parts with a plus. */
    boolean added() {
        return added;
    }

    void addedUp() {
        added = true;
    }
}
