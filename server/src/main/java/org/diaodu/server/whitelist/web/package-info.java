/** The pages of the white list, and the page a checkpoint opens. */
@NullMarked
package org.diaodu.server.whitelist.web;

import org.jspecify.annotations.NullMarked;
