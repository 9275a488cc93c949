package org.diaodu.server.cockpit;

import java.util.List;
import org.diaodu.server.access.Unit;

/** What another module counts for the cockpit of a unit and for each region below, as far as the caller sees it. */
public interface CockpitCounts extends CockpitTiles {

    /** What is drawn on a map of the regions directly below, the message key of its title being {@code cockpit.map.<key>}. */
    String key();

    /** How many there are in each region directly below that has any, with the list each opens. */
    List<InRegion> regions(Unit unit);

    /** So many in a region. */
    record InRegion(String code, long count, String href) {}
}
