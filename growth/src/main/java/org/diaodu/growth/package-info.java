/** Growth at comparable prices and contributions that add up exactly. */
@NullMarked
package org.diaodu.growth;

import org.jspecify.annotations.NullMarked;
