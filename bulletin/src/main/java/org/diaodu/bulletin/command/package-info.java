/** {@code diaodu read} and {@code diaodu check}. */
@NullMarked
package org.diaodu.bulletin.command;

import org.jspecify.annotations.NullMarked;
