@NullMarked
package org.diaodu.server.access;

import org.jspecify.annotations.NullMarked;
