/** The life of a rule as files: its versions in time, the clause it comes from, its worked cases, and the checks before it holds. */
@NullMarked
package org.diaodu.rules.book;

import org.jspecify.annotations.NullMarked;
