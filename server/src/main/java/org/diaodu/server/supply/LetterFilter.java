package org.diaodu.server.supply;

/**
 * Which letters a list shows; "" leaves a field open.
 *
 * @param text part of the subject or the office, or of a number
 * @param direction OUT or IN
 * @param state a name of {@link LetterState#NAMES}
 * @param province code of the other province
 * @param overdue "true" for those whose answer is late
 */
public record LetterFilter(String text, String direction, String state, String province, String overdue) {}
