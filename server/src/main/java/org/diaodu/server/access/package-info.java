/** Who may see and do what: users, roles, units, sign-in, and the scope below every query. */
@NullMarked
package org.diaodu.server.access;

import org.jspecify.annotations.NullMarked;
