package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.util.List;

/**
 * A visit of the past, for loading.
 *
 * @param next what was to come of it, until {@code due}
 * @param outcomes what came of the first of them
 */
public record PastVisit(
        long enterpriseId,
        LocalDate day,
        String met,
        String notes,
        List<String> next,
        LocalDate due,
        List<String> outcomes) {

    public PastVisit {
        next = List.copyOf(next);
        outcomes = List.copyOf(outcomes);
    }
}
