package org.diaodu.growth.effect;

/**
 * An enterprise without a case that a case is set beside.
 *
 * @param distance between the paths and what else differs, in robust standard deviations
 * @param beforePct growth before the case was opened
 * @param afterPct growth after
 * @param laterCase whether it got a case of its own while the effect was measured
 */
public record Neighbour(Enterprise enterprise, double distance, double beforePct, double afterPct, boolean laterCase) {}
