/** From bytes to characters: encodings, word processor files, pdf. */
@NullMarked
package org.diaodu.bulletin.reader.decode;

import org.jspecify.annotations.NullMarked;
