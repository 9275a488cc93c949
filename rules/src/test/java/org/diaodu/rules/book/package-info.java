@NullMarked
package org.diaodu.rules.book;

import org.jspecify.annotations.NullMarked;
