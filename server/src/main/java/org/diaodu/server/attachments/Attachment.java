package org.diaodu.server.attachments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that hangs on something.
 *
 * @param kind what it hangs on, {@code host} which one; see {@link AttachmentHost}
 * @param name the name it was given, without a path
 * @param size bytes as stored
 * @param digest SHA-256 of the bytes stored, in hex; {@code thumbnail} that of its small picture, null where there is none
 * @param verdict what the scanner said of a file that was refused
 */
public record Attachment(
        long id,
        String kind,
        long host,
        String name,
        FileType type,
        long size,
        String digest,
        @Nullable String thumbnail,
        State state,
        String verdict,
        String addedBy,
        String addedByName,
        Instant addedAt) {

    /** Whether it may be opened yet. */
    public enum State {
        WAITING,
        CLEAN,
        REFUSED
    }

    public boolean isOpen() {
        return state == State.CLEAN;
    }

    /** The size as people say it: 512 B, 38 KB, 2.4 MB. */
    public String sizeText() {
        if (size < 1024) return size + " B";
        double kilo = size / 1024.0;
        return kilo < 1024 ? Math.round(kilo) + " KB" : Math.round(kilo / 102.4) / 10.0 + " MB";
    }
}
