/**
 * What people are told: in the page at once, by mail once a day, by the webhook of a work chat. Whoever does a step tells it
 * in the step's own transaction; nobody is told the same thing twice, and nothing that was told is lost.
 */
@NullMarked
package org.diaodu.server.notices;

import org.jspecify.annotations.NullMarked;
