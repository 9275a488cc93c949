package org.diaodu.server.appeals;

/**
 * Which appeals a list shows; "" leaves a field open.
 *
 * @param text part of an enterprise's name or of the words, or the beginning of a number
 * @param region leading digits of the region
 * @param state a state's code, or OPEN for all that are neither closed nor withdrawn, CLOSED for those, or SETTLED for all that
 *     are resolved, called back or not
 * @param subject a name of {@link Subject}, {@code urgency} of {@link Urgency}
 * @param unit code of a member unit that has it or helps
 * @param overdue "true" for those with a term that was missed and is still open
 * @param named "true" for those named in the brief
 * @param missed "true" for those that have missed a term in any round, "false" for the others
 * @param satisfied "true" for those whose enterprise is satisfied
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
        String named,
        String missed,
        String satisfied) {}
