package org.diaodu.server.access;

import java.util.Map;

/** How a save ended. */
public sealed interface Saved {

    /**
     * It is stored.
     *
     * @param awaitsSecond whether a second security administrator has to agree before an administrator's role holds
     */
    record Done(long id, boolean awaitsSecond) implements Saved {}

    /** Somebody saved something newer meanwhile. */
    record Stale(UserDetails now) implements Saved {}

    /** Faults by field, as message keys. */
    record Faulty(Map<String, String> faults) implements Saved {}
}
