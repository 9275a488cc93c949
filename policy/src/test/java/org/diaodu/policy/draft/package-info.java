@NullMarked
package org.diaodu.policy.draft;

import org.jspecify.annotations.NullMarked;
