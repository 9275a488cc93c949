/** The dispatcher's Monday page, the list of cases, a case's page, the board by member unit. */
@NullMarked
package org.diaodu.server.dispatch.web;

import org.jspecify.annotations.NullMarked;
