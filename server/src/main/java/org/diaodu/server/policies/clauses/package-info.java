/** Clauses as the platform keeps them: every version from draft to end, what is checked of it, and who may do what. */
@NullMarked
package org.diaodu.server.policies.clauses;

import org.jspecify.annotations.NullMarked;
