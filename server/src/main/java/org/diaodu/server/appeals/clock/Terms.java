package org.diaodu.server.appeals.clock;

import java.time.LocalDate;
import org.diaodu.server.access.Unit;

/** Where the deadlines of a round are taken from: by the day on which it begins, the unit's level, and the urgency. */
@FunctionalInterface
public interface Terms {

    /**
     * The deadlines of a round that begins on that day.
     *
     * @throws org.diaodu.rules.model.RuleFault where no rule covers the day, or its answer is not whole
     */
    Deadlines of(LocalDate day, Unit.Level level, Urgency urgency);
}
