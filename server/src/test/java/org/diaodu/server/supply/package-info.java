@NullMarked
package org.diaodu.server.supply;

import org.jspecify.annotations.NullMarked;
