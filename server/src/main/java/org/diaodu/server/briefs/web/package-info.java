/** Pages of briefs. */
@NullMarked
package org.diaodu.server.briefs.web;

import org.jspecify.annotations.NullMarked;
