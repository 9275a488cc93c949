/** Tests of bundles: by hand, against brute force, and in SQL. */
@NullMarked
package org.diaodu.policy.stacking;

import org.jspecify.annotations.NullMarked;
