/** The pages of notices. */
@NullMarked
package org.diaodu.server.notices.web;

import org.jspecify.annotations.NullMarked;
