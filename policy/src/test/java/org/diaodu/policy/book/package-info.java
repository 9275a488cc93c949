@NullMarked
package org.diaodu.policy.book;

import org.jspecify.annotations.NullMarked;
