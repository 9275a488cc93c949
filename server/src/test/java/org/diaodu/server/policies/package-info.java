@NullMarked
package org.diaodu.server.policies;

import org.jspecify.annotations.NullMarked;
