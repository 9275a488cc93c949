/** Verdicts and what is missing in the words of somebody who runs a plant. */
@NullMarked
package org.diaodu.policy.words;

import org.jspecify.annotations.NullMarked;
