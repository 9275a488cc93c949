package org.diaodu.server.appeals;

import java.util.Map;

/** What became of a step. */
public sealed interface Outcome {

    /** Taken, now or when the same form came before. */
    record Done(String number) implements Outcome {}

    /** Somebody changed the appeal meanwhile; nothing was written, {@code version} is the one now. */
    record Stale(int version) implements Outcome {}

    /** Not taken: faults by field, as message keys. */
    record Faulty(Map<String, String> faults) implements Outcome {}
}
