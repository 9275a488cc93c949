/** Sign-in and the pages of the administrators. */
@NullMarked
package org.diaodu.server.access.web;

import org.jspecify.annotations.NullMarked;
