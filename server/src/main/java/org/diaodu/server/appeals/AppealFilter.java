package org.diaodu.server.appeals;

/**
 * Which appeals a list shows; "" leaves a field open.
 *
 * @param text part of an enterprise's name or of the words, or the beginning of a number
 * @param region leading digits of the region
 * @param state a state's code, or OPEN for all that are neither closed nor withdrawn, or CLOSED for those
 * @param subject a name of {@link Subject}, {@code urgency} of {@link Urgency}
 * @param unit code of a member unit that has it or helps
 * @param overdue "true" for those with a term that was missed and is still open
 * @param named "true" for those named in the brief
 */
public record AppealFilter(
        String text,
        String region,
        String state,
        String subject,
        String urgency,
        String level,
        String unit,
        String overdue,
        String named) {}
