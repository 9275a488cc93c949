/** Tests of appeals. */
@NullMarked
package org.diaodu.server.appeals;

import org.jspecify.annotations.NullMarked;
