package org.diaodu.server.policies.clauses;

/**
 * What is wrong in a field of the form.
 *
 * @param field its name as in {@link ClauseContent}
 */
public record FieldFault(String field, String zh, String en) {}
