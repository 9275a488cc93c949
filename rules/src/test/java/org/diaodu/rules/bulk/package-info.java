@NullMarked
package org.diaodu.rules.bulk;

import org.jspecify.annotations.NullMarked;
