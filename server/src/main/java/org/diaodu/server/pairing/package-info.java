/**
 * Pairing (包联): each leader or officer looks after named enterprises, visits them and explains policies; who has not been
 * visited for how long shows by leader and by region.
 */
@NullMarked
package org.diaodu.server.pairing;

import org.jspecify.annotations.NullMarked;
