/** Tests of the dispatch loop. */
@org.jspecify.annotations.NullMarked
package org.diaodu.server.dispatch;
