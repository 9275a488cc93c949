package org.diaodu.server.whitelist;

/**
 * Which entries a list shows; "" leaves a field open.
 *
 * @param text part of an enterprise's name or credit code, or the beginning of an entry's number
 * @param region leading digits of the region
 * @param state a name of {@link EntryState#NAMES}
 */
public record EntryFilter(String text, String region, String kind, String state, String origin) {}
