/**
 * The working-day clock of appeals: from the events of an appeal alone, where it stands, what is due and by when, how long the
 * clock stood and which measures were taken. Here is what holds without a database and without a page, and what {@code diaodu
 * appeals clock} tells of a file; whose appeals they are, who may act and what is kept is the matter of the room above, of which
 * nothing here knows.
 */
@NullMarked
package org.diaodu.server.appeals.clock;

import org.jspecify.annotations.NullMarked;
