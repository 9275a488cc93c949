@NullMarked
package org.diaodu.server.audit;

import org.jspecify.annotations.NullMarked;
