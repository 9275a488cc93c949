package org.diaodu.server.steps;

import java.util.Map;

/** What became of a step. */
public sealed interface Outcome {

    /** Taken, now or when the same form came before; {@code number} is that of what it was taken on or made, where it has one. */
    record Done(String number) implements Outcome {

        /** Taken on what the caller has named. */
        public Done() {
            this("");
        }
    }

    /** Somebody changed the thing meanwhile; nothing was written, {@code version} is the one now. */
    record Stale(int version) implements Outcome {}

    /** Not taken: faults by field, as message keys. */
    record Faulty(Map<String, String> faults) implements Outcome {}
}
