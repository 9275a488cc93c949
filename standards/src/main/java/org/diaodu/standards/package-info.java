/** The vocabulary: regions, industries, credit codes, periods, size classes, amounts and working days. */
@NullMarked
package org.diaodu.standards;

import org.jspecify.annotations.NullMarked;
