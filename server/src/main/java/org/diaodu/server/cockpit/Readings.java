package org.diaodu.server.cockpit;

import java.util.SortedMap;
import org.diaodu.growth.Observations;
import org.diaodu.server.access.Scope;
import org.diaodu.standards.Period;

/** Where the observations of a period come from: the lake once it is closed, the returns as filed before. */
interface Readings {
    /** The reporting periods there are returns for, oldest first, and how each stands inside the scope. */
    SortedMap<Period, Standing> standings(Scope scope);

    /** The rows of a month or year-to-date inside the scope. */
    Observations read(Period period, Scope scope);
}
