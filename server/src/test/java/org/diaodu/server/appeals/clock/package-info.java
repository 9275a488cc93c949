/** Tests of the clock of appeals, without the platform. */
@NullMarked
package org.diaodu.server.appeals.clock;

import org.jspecify.annotations.NullMarked;
