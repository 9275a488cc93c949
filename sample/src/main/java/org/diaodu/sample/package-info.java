/** A seeded generator of a made-up province, calibrated to published figures. */
@NullMarked
package org.diaodu.sample;

import org.jspecify.annotations.NullMarked;
