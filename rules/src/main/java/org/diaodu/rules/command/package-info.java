/** {@code diaodu rules}: rules from the command line. */
@NullMarked
package org.diaodu.rules.command;

import org.jspecify.annotations.NullMarked;
