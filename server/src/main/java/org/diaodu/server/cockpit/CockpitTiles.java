package org.diaodu.server.cockpit;

import java.util.List;
import org.diaodu.server.access.Unit;

/** What another module counts for the tiles of a unit's cockpit, as far as the caller sees it. */
public interface CockpitTiles {

    List<CockpitTile> tiles(Unit unit);
}
