package org.diaodu.server.documents;

import java.time.Instant;

/**
 * A correction, kept as an example.
 *
 * @param document number of the document it was made in
 * @param said as the reader had it; for {@link ExampleField#NOTHING} the words themselves
 * @param means as it should be
 * @param state OPEN, TAKEN or LEFT
 */
public record ReadingExample(
        long id,
        String document,
        long statement,
        ExampleField field,
        String said,
        String means,
        String quote,
        String proposedBy,
        String proposedByName,
        Instant proposedAt,
        String state,
        int version) {

    public boolean isOpen() {
        return state.equals("OPEN");
    }
}
