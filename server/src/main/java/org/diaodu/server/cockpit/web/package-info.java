/** The pages of the cockpit. */
@NullMarked
package org.diaodu.server.cockpit.web;

import org.jspecify.annotations.NullMarked;
