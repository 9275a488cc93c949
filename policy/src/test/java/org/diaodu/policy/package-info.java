@NullMarked
package org.diaodu.policy;

import org.jspecify.annotations.NullMarked;
