/**
 * The dispatch loop (调度): a case for each key enterprise that drags growth down, one plan of measures for it, and a timeline
 * that says who did what.
 */
@NullMarked
package org.diaodu.server.dispatch;

import org.jspecify.annotations.NullMarked;
