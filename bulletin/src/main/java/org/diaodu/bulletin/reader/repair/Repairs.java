package org.diaodu.bulletin.reader.repair;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.bulletin.reader.Repair;
import org.diaodu.bulletin.reader.Span;
import org.diaodu.bulletin.reader.text.Traced;

/** Undoes the damage of a document paragraph by paragraph, and keeps the list of what it did. For one document. */
public final class Repairs {
    private final String source;
    private final boolean traditional;
    private final boolean readings;
    private final List<Repair> done = new ArrayList<>();
    private final List<Span> withheld = new ArrayList<>();

    /** @param source the whole text as decoded */
    public Repairs(String source) {
        this.source = source;
        this.traditional = Simplified.needed(source);
        this.readings = Readings.present(source);
    }

    /** A paragraph in simplified characters, half width, undamaged as far as can be. */
    public Traced repair(Traced paragraph) {
        Traced text = paragraph;
        if (readings) {
            text = Readings.removed(text, this);
        }
        if (traditional) {
            text = Simplified.of(text, this);
        }
        text = ShiftedBytes.restored(text, this);
        text = Doubled.removed(text, this);
        return Widths.narrowed(text);
    }

    /** A text that is not of the body, repaired without a note. */
    public String plain(String text) {
        var apart = new Repairs(text);
        return apart.repair(Traced.of(text, 0)).text();
    }

    public List<Repair> done() {
        return done;
    }

    public List<Span> withheld() {
        return withheld;
    }

    void note(int start, int end, String after, Repair.Cause cause) {
        done.add(new Repair(start, end, source.substring(start, end), after, cause));
    }

    void withhold(int start, int end) {
        withheld.add(new Span(start, end));
    }
}
