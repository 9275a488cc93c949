/** Growth as people look at it: the cockpit, the wall, exploring growth, and what it is compared to. */
@NullMarked
package org.diaodu.server.cockpit;

import org.jspecify.annotations.NullMarked;
