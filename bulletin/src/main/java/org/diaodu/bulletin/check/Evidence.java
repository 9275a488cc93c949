package org.diaodu.bulletin.check;

/**
 * The words a figure of a relation was printed with.
 *
 * @param document the file or passage
 * @param start where the quote begins in the text as decoded, in UTF-16 units
 * @param end where it ends there, exclusive
 */
public record Evidence(String document, int start, int end, String quote) {}
