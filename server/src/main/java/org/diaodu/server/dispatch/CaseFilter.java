package org.diaodu.server.dispatch;

/**
 * Which cases a list shows; "" leaves a field open.
 *
 * @param text part of an enterprise's name, or the beginning of a case's number
 * @param region leading digits of the region
 * @param state a name of {@link CaseState#NAMES}, or OPEN for all that are not signed off
 * @param unit code of a member unit that leads, owns or helps
 * @param late "true" for cases with a measure past its day
 * @param period the reporting period that opened them
 */
public record CaseFilter(
        String text, String region, String state, String level, String unit, String late, String period) {}
