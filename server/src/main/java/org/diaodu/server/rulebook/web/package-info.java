/** Pages of the rules: list, one rule, asking it, and the table editor. */
@NullMarked
package org.diaodu.server.rulebook.web;

import org.jspecify.annotations.NullMarked;
