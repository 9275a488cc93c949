/** Tests of the register. */
@NullMarked
package org.diaodu.server.registry;

import org.jspecify.annotations.NullMarked;
