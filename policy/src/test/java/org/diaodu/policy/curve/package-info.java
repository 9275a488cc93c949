@NullMarked
package org.diaodu.policy.curve;

import org.jspecify.annotations.NullMarked;
