/** Briefs, tried on a small province. */
@NullMarked
package org.diaodu.server.briefs;

import org.jspecify.annotations.NullMarked;
