/**
 * Policies (惠企政策): the clauses in force with their versions, written on the platform and published by two people, and
 * what enterprises are entitled to by them.
 */
@NullMarked
package org.diaodu.server.policies;

import org.jspecify.annotations.NullMarked;
