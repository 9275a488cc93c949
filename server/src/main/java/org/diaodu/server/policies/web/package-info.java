/** Pages of policies: the list of clauses, one clause, and its editor. */
@NullMarked
package org.diaodu.server.policies.web;

import org.jspecify.annotations.NullMarked;
