/** The pages of appeals: the enterprise's, on a phone, and the officer's. */
@NullMarked
package org.diaodu.server.appeals.web;

import org.jspecify.annotations.NullMarked;
