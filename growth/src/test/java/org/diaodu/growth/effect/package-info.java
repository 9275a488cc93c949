@NullMarked
package org.diaodu.growth.effect;

import org.jspecify.annotations.NullMarked;
