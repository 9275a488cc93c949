@NullMarked
package org.diaodu.rules.kit;

import org.jspecify.annotations.NullMarked;
