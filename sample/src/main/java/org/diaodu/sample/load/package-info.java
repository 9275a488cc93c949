/** Loads the made-up province into an empty platform at its start, when {@code diaodu.sample} is set. */
@NullMarked
package org.diaodu.sample.load;

import org.jspecify.annotations.NullMarked;
