/** Models and cases drawn at random, put to every engine: each must give the same answer. */
@NullMarked
package org.diaodu.rules.differential;

import org.jspecify.annotations.NullMarked;
