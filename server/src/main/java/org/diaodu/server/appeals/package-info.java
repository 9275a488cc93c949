/**
 * Appeals of enterprises against the working-day clock: the states an appeal goes through, the append-only timeline of
 * what happened to it, and the clock that tells from the timeline alone what is due, paused and escalated.
 */
@NullMarked
package org.diaodu.server.appeals;

import org.jspecify.annotations.NullMarked;
