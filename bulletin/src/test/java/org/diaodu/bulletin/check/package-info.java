@NullMarked
package org.diaodu.bulletin.check;

import org.jspecify.annotations.NullMarked;
