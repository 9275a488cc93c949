/** The web platform. */
@NullMarked
package org.diaodu.server;

import org.jspecify.annotations.NullMarked;
