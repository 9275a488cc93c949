package org.diaodu.server.pairing;

import java.util.Map;

/** What became of a step. */
public sealed interface Outcome {

    /** Taken; {@code count} says of how many. */
    record Done(int count) implements Outcome {}

    /** Things are no longer as the page showed them; nothing was written. */
    record Stale() implements Outcome {}

    /** Not taken: faults by field, as message keys. */
    record Faulty(Map<String, String> faults) implements Outcome {}

    /** One fault of a form. */
    static Outcome fault(String field, String key) {
        return new Faulty(Map.of(field, key));
    }
}
