package org.diaodu.server.whitelist;

import java.util.Map;

/** What became of a step. */
public sealed interface Outcome {

    /** Taken; {@code number} is that of the entry or pass it was taken on, or that it made. */
    record Done(String number) implements Outcome {}

    /** Somebody changed the entry meanwhile; nothing was written, {@code version} is the one now. */
    record Stale(int version) implements Outcome {}

    /** Not taken: faults by field, as message keys. */
    record Faulty(Map<String, String> faults) implements Outcome {}
}
