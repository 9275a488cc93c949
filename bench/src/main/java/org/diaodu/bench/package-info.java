/** Measurements, each beside a peer from the same run. */
@NullMarked
package org.diaodu.bench;

import org.jspecify.annotations.NullMarked;
