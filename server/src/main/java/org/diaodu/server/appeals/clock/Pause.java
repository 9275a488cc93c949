package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the appeal waited on the enterprise and the clock stood.
 *
 * @param to when it ran again; null while it stands
 * @param workingDays working days lost so far: those at whose close the clock stood, the uncounted first day of the round aside
 */
public record Pause(LocalDateTime from, @Nullable LocalDateTime to, int workingDays) {}
