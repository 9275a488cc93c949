@NullMarked
package org.diaodu.policy.simulate;

import org.jspecify.annotations.NullMarked;
