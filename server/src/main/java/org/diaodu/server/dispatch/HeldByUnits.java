package org.diaodu.server.dispatch;

import java.util.List;
import org.diaodu.server.access.MemberUnit;

/** What another room leaves with member units, as that room tells it; it is handed over together with cases and measures. */
public interface HeldByUnits {

    /** Those a unit still has to do, as far as the caller sees them, the oldest first. */
    List<HandOver.Held> of(String unit, int most);

    /** Nobody else changes what a unit has, as far as the caller sees it, before this transaction ends. */
    void lock(String unit);

    /**
     * Gives all of it that the caller sees to another unit, whose officers are told.
     *
     * @param words who hands over to whom and why; kept in the timeline of each
     */
    void handOver(MemberUnit from, MemberUnit to, String words);
}
