/**
 * Writes a brief: a template that people edit and the facts of a period become a document whose figures are fields that
 * lead to their rows, in Word as GB/T 9704-2012 asks, in PDF and in HTML; and takes back what was edited in Word.
 */
@NullMarked
package org.diaodu.bulletin.brief;

import org.jspecify.annotations.NullMarked;
