package org.diaodu.bulletin.reader;

/** A stretch of the text as decoded: from {@code start} to {@code end}, exclusive, in UTF-16 units. */
public record Span(int start, int end) {}
