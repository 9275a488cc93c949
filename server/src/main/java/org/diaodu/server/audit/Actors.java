package org.diaodu.server.audit;

/** Says who acts on this thread; implemented by the module that signs people in. */
public interface Actors {

    Actor current();

    /**
     * Who acts, and from where.
     *
     * @param id the user's row; 0 for a job of the platform
     * @param name what they sign in with
     * @param unit region code of their unit; "" for a job
     * @param origin network address, or the reason of a job
     */
    record Actor(long id, String name, String unit, String origin) {}
}
