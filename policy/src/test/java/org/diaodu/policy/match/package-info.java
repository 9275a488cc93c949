@NullMarked
package org.diaodu.policy.match;

import org.jspecify.annotations.NullMarked;
