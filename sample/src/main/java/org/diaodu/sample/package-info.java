/** A seeded generator of a made-up province, calibrated to what was published of the first quarter of 2022; what came before is made up. */
@NullMarked
package org.diaodu.sample;

import org.jspecify.annotations.NullMarked;
