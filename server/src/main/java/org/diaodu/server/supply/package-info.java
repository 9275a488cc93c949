/**
 * Shortages and blocked transport (缺料、物流受阻): enterprises report them, the task force confirms them and passes them up, and
 * the province writes to another one; letters from other provinces are registered and given to a member unit.
 */
@NullMarked
package org.diaodu.server.supply;

import org.jspecify.annotations.NullMarked;
