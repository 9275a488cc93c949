/** From a page to its paragraphs: markup, navigation and notices go, the document stays. */
@NullMarked
package org.diaodu.bulletin.reader.body;

import org.jspecify.annotations.NullMarked;
