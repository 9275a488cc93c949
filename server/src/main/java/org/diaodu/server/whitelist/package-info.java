/**
 * The white list (白名单) for supply and logistics: entries by rule and by application, and passes that a checkpoint verifies
 * by a code that reveals nothing else.
 */
@NullMarked
package org.diaodu.server.whitelist;

import org.jspecify.annotations.NullMarked;
