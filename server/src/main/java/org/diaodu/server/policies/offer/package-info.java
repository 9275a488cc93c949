/** What the clauses in force say to one enterprise: what it is due, what it nearly is, what has to be known first, and what if. */
@NullMarked
package org.diaodu.server.policies.offer;

import org.jspecify.annotations.NullMarked;
