@NullMarked
package org.diaodu.rules.reasons;

import org.jspecify.annotations.NullMarked;
