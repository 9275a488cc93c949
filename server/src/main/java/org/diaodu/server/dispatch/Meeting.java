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
        APPEAL,
        OTHER
    }

    /**
     * An item of the agenda.
     *
     * @param caseId 0 where it is about no case
     * @param number of the case or appeal it is about; "" for an item of one's own
     * @param light red or amber, {@code why} what makes it so
     */
    public record Item(
            long id,
            Source source,
            long caseId,
            String number,
            String title,
            String light,
            String why,
            String minutes,
            List<Decision> decisions) {

        /** Whether there is a case or an appeal that can take a decision. */
        public boolean takesDecisions() {
            return source != Source.OTHER;
        }

        /** The page of what it is about. */
        public String href() {
            return (source == Source.APPEAL ? "/appeals/" : "/dispatch/cases/") + number;
        }
    }

    /** A decision; {@code carriedOver} into its case or appeal once the meeting is closed. */
    public record Decision(
            long id,
            String words,
            String ownerUnit,
            LocalDate due,
            String expected,
            MeasureKind kind,
            String writtenBy,
            boolean carriedOver) {}

    /** One step in its timeline. */
    public record Event(java.time.Instant at, String kind, String actorName, String actorUnit, String words) {}
}
