/** The grammar of figures: words, figures, times and places; clauses with what is carried from one to the next. */
@NullMarked
package org.diaodu.bulletin.reader.grammar;

import org.jspecify.annotations.NullMarked;
