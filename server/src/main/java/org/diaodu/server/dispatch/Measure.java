package org.diaodu.server.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.access.Unit;

/**
 * One thing to be done for an enterprise.
 *
 * @param ownerUnit code of the member unit that does it; {@code helpers} those that help
 * @param level the level of the owner
 * @param expected the evidence expected
 * @param kind what it is about
 * @param progressPct 0 to 100
 * @param outcome the evidence of what is done, or the reason for dropping it
 * @param shared whether the enterprise sees it
 * @param version rises with every step; a step on an older one is stale
 */
public record Measure(
        long id,
        long caseId,
        String words,
        String ownerUnit,
        List<String> helpers,
        Unit.Level level,
        LocalDate due,
        String expected,
        MeasureKind kind,
        int progressPct,
        MeasureState state,
        String outcome,
        boolean shared,
        int version) {

    public boolean isLate(LocalDate today) {
        return state.isOpen() && due.isBefore(today);
    }
}
