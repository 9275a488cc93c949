@NullMarked
package org.diaodu.server.policies.clauses;

import org.jspecify.annotations.NullMarked;
