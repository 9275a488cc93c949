/** Tests of returns. */
@NullMarked
package org.diaodu.server.returns;

import org.jspecify.annotations.NullMarked;
