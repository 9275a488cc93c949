package org.diaodu.server.documents;

/**
 * Which documents a list shows; "" leaves a field open.
 *
 * @param text part of a title, a source or the text itself, or the beginning of a number
 * @param state open: with statements nobody has looked at; done: with none
 */
public record DocumentFilter(String text, String state) {}
