package org.diaodu.server.dispatch;

/**
 * Which cases of the campaign a list shows.
 *
 * @param region leading digits of the region
 * @param outcome "MEASURED", the name of an {@link EffectReason}, or "" for all
 */
public record EffectFilter(String region, String outcome) {}
