package org.diaodu.server.documents;

/**
 * A document somebody wants read.
 *
 * @param key the same when the form is sent twice
 * @param title as people call it
 * @param source where it was published; may be empty
 * @param fileName the name of the file; of a text that was pasted, its title
 */
public record NewDocument(String key, String title, String source, String fileName) {}
