package org.diaodu.server.attachments;

import java.util.Optional;

/**
 * A room on whose things files hang. The room's migration lets the same people see the files by a policy on {@code
 * attachment} for its kind; an implementation decides what may be done. Safe for many threads.
 */
public interface AttachmentHost {

    /** The word for its things in addresses and rows, small letters: case, measure, visit. */
    String kind();

    /** The thing as the caller sees it; empty where there is none, or none the caller may know of. */
    Optional<Thing> find(long id);

    /** Writes into the thing's own timeline, in the transaction that adds the file. */
    void added(long id, Attachment file);

    /** Writes into the thing's own timeline, in the transaction that removes the file. */
    void removed(long id, Attachment file);

    /**
     * What files hang on.
     *
     * @param page address of the page that shows it
     * @param mayAdd whether the caller may add files now
     * @param mayRemove whether the caller may remove files of others now; the own ones go as long as files may be added
     */
    record Thing(String page, boolean mayAdd, boolean mayRemove) {}
}
