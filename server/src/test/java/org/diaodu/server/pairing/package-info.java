/** Leaders and their enterprises. */
@org.jspecify.annotations.NullMarked
package org.diaodu.server.pairing;
