/**
 * Did it work? The effect of dispatch cases on output, as a difference in differences on matched enterprises.
 *
 * <p>Cases are opened for enterprises that just fell, and what fell far tends to rise again by itself. So each case is
 * set beside enterprises of the same industry without a case that fell alike, and what both gained is taken off. What
 * chance alone makes of such a comparison is learnt from placebo cases: enterprises without a case that are treated as
 * if they had one. {@link org.diaodu.growth.effect.Campaign} is the way in; docs/effect.md has the formulas, a worked
 * example and the limits.
 */
@NullMarked
package org.diaodu.growth.effect;

import org.jspecify.annotations.NullMarked;
