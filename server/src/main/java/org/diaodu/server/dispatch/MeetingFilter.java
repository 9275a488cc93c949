package org.diaodu.server.dispatch;

/**
 * Which meetings a list shows; "" leaves a field open.
 *
 * @param text part of the title or of the chair's name
 * @param state a name of {@link MeetingState}
 */
public record MeetingFilter(String text, String state) {}
