package org.diaodu.server.rulebook;

import java.util.Map;

/**
 * The enterprises a rule judges, and where the values come from that it asks for; contributed as a bean by the module whose
 * tables they stand in.
 *
 * @param rule the rule's id
 * @param zh what the values are, for the reader of a comparison
 * @param sql a select with the parameter {@code :day} that gives id, credit_code, name, region and the columns below, within
 *     what the caller may see
 * @param inputs column by the name of the rule's input
 */
public record Population(String rule, String zh, String en, String sql, Map<String, String> inputs) {

    public Population {
        inputs = Map.copyOf(inputs);
    }
}
