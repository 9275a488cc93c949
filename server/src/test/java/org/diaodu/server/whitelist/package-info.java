/** Tests of the white list. */
@org.jspecify.annotations.NullMarked
package org.diaodu.server.whitelist;
