@NullMarked
package org.diaodu.server.notices;

import org.jspecify.annotations.NullMarked;
