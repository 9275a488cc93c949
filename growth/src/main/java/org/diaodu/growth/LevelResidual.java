package org.diaodu.growth;

/**
 * What the unrounded contributions of one level miss the total's growth by, in points: the sum of its groups less the
 * total, both computed, never assumed.
 */
public record LevelResidual(String dimension, String level, double residualPp) {}
