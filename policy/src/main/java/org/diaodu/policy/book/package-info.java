/** Clauses as files: the rule, the terms in the words of the official who wrote them, parameters by date, and how clauses stack. */
@NullMarked
package org.diaodu.policy.book;

import org.jspecify.annotations.NullMarked;
