/** What would change for a subject if some of its figures were others; nothing of it is kept. */
@NullMarked
package org.diaodu.policy.whatif;

import org.jspecify.annotations.NullMarked;
