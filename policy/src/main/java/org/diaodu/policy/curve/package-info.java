/** What a clause pays as one figure moves: its pieces, its cliffs, and what one more yuan, person or kilowatt-hour brings. */
@NullMarked
package org.diaodu.policy.curve;

import org.jspecify.annotations.NullMarked;
