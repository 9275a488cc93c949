/** Every change, written in the change's own transaction and chained so that tampering shows. */
@NullMarked
package org.diaodu.server.audit;

import org.jspecify.annotations.NullMarked;
