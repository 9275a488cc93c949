@NullMarked
package org.diaodu.bulletin.reader;

import org.jspecify.annotations.NullMarked;
