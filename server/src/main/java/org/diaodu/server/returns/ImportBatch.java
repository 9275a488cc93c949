package org.diaodu.server.returns;

import java.time.Instant;
import java.util.UUID;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** An uploaded file on its way from dry run to receipt. */
public record ImportBatch(
        UUID id,
        Period period,
        String fileName,
        String digest,
        State state,
        String uploader,
        Instant uploadedAt,
        @Nullable ImportReport report,
        @Nullable LoadReceipt receipt,
        @Nullable Instant committedAt,
        @Nullable String failure) {

    /** Where a file stands. */
    public enum State {
        CHECKING,
        CHECKED,
        COMMITTING,
        COMMITTED,
        FAILED
    }

    public boolean isRunning() {
        return state == State.CHECKING || state == State.COMMITTING;
    }
}
