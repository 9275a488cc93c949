/** The whole platform with its sample province, started as users start it and used in a real browser. */
@NullMarked
package org.diaodu.acceptance;

import org.jspecify.annotations.NullMarked;
