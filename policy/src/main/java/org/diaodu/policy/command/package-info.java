/** The command {@code diaodu policy}. */
@NullMarked
package org.diaodu.policy.command;

import org.jspecify.annotations.NullMarked;
