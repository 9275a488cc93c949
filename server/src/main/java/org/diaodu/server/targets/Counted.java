package org.diaodu.server.targets;

import java.math.BigDecimal;
import org.diaodu.server.access.Unit;

/** What another room counts for a {@link Measure}, as far as the caller sees it. */
public interface Counted {

    Measure measure();

    /** So much in a unit up to now, in the measure's base unit. */
    BigDecimal of(Unit unit);
}
