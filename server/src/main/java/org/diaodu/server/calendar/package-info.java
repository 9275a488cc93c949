/** The day on which the platform lives. */
@NullMarked
package org.diaodu.server.calendar;

import org.jspecify.annotations.NullMarked;
