/** A new clause's folder, to begin with: from facts, rows and formulas, or from an example of each shape of benefit. */
@NullMarked
package org.diaodu.policy.draft;

import org.jspecify.annotations.NullMarked;
