package org.diaodu.server.dispatch;

import java.util.Map;

/** What became of a step. */
public sealed interface Outcome {

    /** Taken. */
    record Done() implements Outcome {}

    /** Somebody changed the case or measure meanwhile; nothing was written, {@code version} is the one now. */
    record Stale(int version) implements Outcome {}

    /** Not taken: faults by field, as message keys. */
    record Faulty(Map<String, String> faults) implements Outcome {}
}
