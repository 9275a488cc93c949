/** Who is entitled to what under the clauses of a book: one subject with the reasons. */
@NullMarked
package org.diaodu.policy.match;

import org.jspecify.annotations.NullMarked;
