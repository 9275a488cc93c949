/** The leader's phone and the dispatcher's lists. */
@NullMarked
package org.diaodu.server.pairing.web;

import org.jspecify.annotations.NullMarked;
