package org.diaodu.server.appeals;

import java.util.Optional;

/** The enterprises the caller looks after (包联), as the room of pairing tells it. */
public interface LookedAfter {

    /** One of them; empty where somebody else, or nobody, looks after it. */
    Optional<One> find(long enterprise);

    /** The same, and nobody gives it to another leader before this transaction ends. */
    Optional<One> hold(long enterprise);

    /** One the caller looked after before and does not now; empty where they never did. */
    Optional<Appeal.Raiser> before(long enterprise);

    /**
     * An enterprise the caller looks after now.
     *
     * @param leader name and post of the caller, as others read them
     */
    record One(Appeal.Raiser raiser, String leader) {}
}
