package org.diaodu.server.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.Unit;

/**
 * A case of one enterprise (调度单).
 *
 * @param number what people call it by, e.g. 2022-0131
 * @param opening the figures it was opened with
 * @param level the level that leads it, that of its lead unit
 * @param leadUnit code of the member unit that leads it
 * @param units every member unit that leads, owns or helps
 * @param version rises with every step; a step on an older one is stale
 */
public record DispatchCase(
        long id,
        String number,
        Subject subject,
        Opening opening,
        Unit.Level level,
        String leadUnit,
        List<String> units,
        Set<Cause> causes,
        String causeWords,
        CaseState state,
        Instant stateSince,
        String openedBy,
        Instant openedAt,
        int version) {

    /** The enterprise as it was when the case was opened. */
    public record Subject(long enterpriseId, String name, String creditCode, String industry, String region) {}

    public String region() {
        return subject.region();
    }
}
