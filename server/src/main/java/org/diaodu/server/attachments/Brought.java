package org.diaodu.server.attachments;

import java.util.List;
import org.diaodu.server.pages.Explanation;

/**
 * Files that came with a form, looked at before anything is done about the form, so that it is taken with all of them or not at
 * all. Closing drops what was not hung.
 */
public final class Brought implements AutoCloseable {

    /** No files. */
    public static final Brought NOTHING = new Brought(List.of(), List.of(), List.of());

    private final List<String> names;
    private final List<Intake.Prepared> prepared;
    private final List<Explanation> refused;

    Brought(List<String> names, List<Intake.Prepared> prepared, List<Explanation> refused) {
        this.names = List.copyOf(names);
        this.prepared = List.copyOf(prepared);
        this.refused = List.copyOf(refused);
    }

    /** Whether every one of them may hang. */
    public boolean isSound() {
        return refused.isEmpty();
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** What they are called, those that are refused too. */
    public List<String> names() {
        return names;
    }

    /** Why some are not taken. */
    public List<Explanation> refused() {
        return refused;
    }

    List<Intake.Prepared> prepared() {
        return prepared;
    }

    @Override
    public void close() {
        prepared.forEach(Intake.Prepared::close);
    }
}
