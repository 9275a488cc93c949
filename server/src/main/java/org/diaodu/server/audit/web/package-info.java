/** The audit log on screen. */
@NullMarked
package org.diaodu.server.audit.web;

import org.jspecify.annotations.NullMarked;
