/** Undoes damage, remembering where. */
@NullMarked
package org.diaodu.bulletin.reader.repair;

import org.jspecify.annotations.NullMarked;
