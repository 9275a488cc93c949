/** Tests of budgets: by hand, and what must always hold. */
@NullMarked
package org.diaodu.policy.budget;

import org.jspecify.annotations.NullMarked;
