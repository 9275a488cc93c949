/** A step taken on something that has a state: who took it, what became of it, why it was not possible. */
@NullMarked
package org.diaodu.server.steps;

import org.jspecify.annotations.NullMarked;
