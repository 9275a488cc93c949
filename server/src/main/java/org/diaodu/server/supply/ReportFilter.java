package org.diaodu.server.supply;

/**
 * Which reports a list shows; "" leaves a field open.
 *
 * @param text part of the enterprise's name or of what is missing, or the beginning of a number
 * @param region leading digits of the region
 * @param state a name of {@link ReportState#NAMES}, OPEN for all that are not over; "" for all
 * @param province code of the other province
 * @param overdue "true" for those whose next step is late
 */
public record ReportFilter(String text, String region, String kind, String state, String province, String overdue) {}
