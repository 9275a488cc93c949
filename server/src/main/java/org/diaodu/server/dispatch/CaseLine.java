package org.diaodu.server.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import org.diaodu.server.access.Unit;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param state name of its {@link CaseState}
 * @param measures of its plan, dropped ones not counted; {@code done} and {@code late} of them
 * @param nextDue the next day something is due; null where nothing is
 */
public record CaseLine(
        String number,
        long enterpriseId,
        String name,
        String region,
        String industry,
        Period period,
        String light,
        @Nullable Double contributionPp,
        @Nullable Double recoverablePp,
        Unit.Level level,
        String leadName,
        String state,
        Instant since,
        int measures,
        int done,
        int late,
        @Nullable LocalDate nextDue) {

    /** The light's colour as pages draw it. */
    public String colour() {
        return Opening.colour(light);
    }
}
