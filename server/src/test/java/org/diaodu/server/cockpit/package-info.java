/** The cockpit and its pages, tried on a small province of its own. */
@NullMarked
package org.diaodu.server.cockpit;

import org.jspecify.annotations.NullMarked;
