/**
 * Reads a published document: decodes it, repairs what is damaged, finds its body and the statements in it, each with the
 * place it came from.
 */
@NullMarked
package org.diaodu.bulletin.reader;

import org.jspecify.annotations.NullMarked;
