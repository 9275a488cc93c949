/**
 * Documents in and out: {@code reader} finds the statements of a published document, {@code check} sees whether their
 * arithmetic holds, {@code brief} writes a document of our own.
 */
@NullMarked
package org.diaodu.bulletin;

import org.jspecify.annotations.NullMarked;
