/** The pages of shortages and of the letters about them. */
@NullMarked
package org.diaodu.server.supply.web;

import org.jspecify.annotations.NullMarked;
