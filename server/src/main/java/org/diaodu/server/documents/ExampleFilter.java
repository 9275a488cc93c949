package org.diaodu.server.documents;

/**
 * Which corrections a list shows; "" leaves a field open.
 *
 * @param text part of what was said, is meant, or of the quote
 */
public record ExampleFilter(String text, String state, String field) {}
