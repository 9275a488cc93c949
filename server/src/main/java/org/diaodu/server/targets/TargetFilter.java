package org.diaodu.server.targets;

/**
 * Which targets a list shows; "" leaves a field open.
 *
 * @param text part of the indicator, the quote or the document
 * @param region a prefix of region codes
 * @param owner code of a member unit, or GOVERNMENT for those a government answers for itself
 * @param light 绿, 黄, 橙, 红, or NONE
 * @param state a name of {@link TargetState}, or OPEN for all that are under way
 * @param year the year it is due
 * @param whole "true" for those that are no part of another
 */
public record TargetFilter(
        String text, String region, String kind, String owner, String light, String state, String year, String whole) {}
