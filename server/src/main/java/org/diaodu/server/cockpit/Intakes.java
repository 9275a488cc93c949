package org.diaodu.server.cockpit;

import org.diaodu.server.access.Unit;
import org.diaodu.standards.Period;

/** How many returns are in. */
public interface Intakes {
    /** The count of a reporting period in a unit and by the regions below it. */
    Intake of(Unit unit, Period period);
}
