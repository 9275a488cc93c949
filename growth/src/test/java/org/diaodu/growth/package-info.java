@NullMarked
package org.diaodu.growth;

import org.jspecify.annotations.NullMarked;
