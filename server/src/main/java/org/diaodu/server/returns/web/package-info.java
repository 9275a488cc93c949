/** The pages of returns: form, list, queries, completeness, import and closing. */
@NullMarked
package org.diaodu.server.returns.web;

import org.jspecify.annotations.NullMarked;
