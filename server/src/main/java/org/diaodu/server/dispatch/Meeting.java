package org.diaodu.server.dispatch;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A meeting of the task force of one government.
 *
 * @param region code of that government
 * @param chair sign-in name of who chairs it, {@code chairName} as others read it
 * @param units member units that attend
 * @param people who attends, as it is to be read
 * @param version rises with every change; a change on an older one is stale
 */
public record Meeting(
        long id,
        String region,
        String title,
        LocalDate day,
        LocalTime begins,
        String place,
        String chair,
        String chairName,
        List<String> units,
        String people,
        MeetingState state,
        String preparedBy,
        int version) {

    /** What an item is about. */
    public enum Source {
        CASE,
        MEASURE,
        OTHER
    }

    /**
     * An item of the agenda.
     *
     * @param number of the case it is about; "" for an item of one's own
     * @param why what makes it red
     */
    public record Item(
            long id,
            Source source,
            long caseId,
            String number,
            String title,
            String why,
            String minutes,
            List<Decision> decisions) {}

    /** A decision; {@code becameMeasure} once the meeting is closed. */
    public record Decision(
            long id,
            String words,
            String ownerUnit,
            LocalDate due,
            String expected,
            MeasureKind kind,
            String writtenBy,
            boolean becameMeasure) {}

    /** One step in its timeline. */
    public record Event(java.time.Instant at, String kind, String actorName, String actorUnit, String words) {}
}
