package org.diaodu.server.attachments;

import java.util.List;

/**
 * What hangs on a thing, and what the caller may do there; shown by {@code attachments/part.jte}.
 *
 * @param caller sign-in name of whoever looks
 * @param most how many files there may be, {@code megabytes} how large one
 */
public record Hanging(
        String kind,
        long host,
        List<Attachment> files,
        boolean mayAdd,
        boolean mayRemove,
        String caller,
        int most,
        long megabytes) {

    public boolean mayRemove(Attachment file) {
        return mayRemove || (mayAdd && file.addedBy().equals(caller));
    }

    /** Whether there is anything to show. */
    public boolean isShown() {
        return mayAdd || !files.isEmpty();
    }

    public String id() {
        return "files-" + kind + "-" + host;
    }
}
