@NullMarked
package org.diaodu.server.rulebook;

import org.jspecify.annotations.NullMarked;
