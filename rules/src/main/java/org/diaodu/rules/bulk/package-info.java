/** A compiled decision run for many cases at once: its statement, its result columns, and its answers read back. */
@NullMarked
package org.diaodu.rules.bulk;

import org.jspecify.annotations.NullMarked;
