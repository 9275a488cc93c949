package org.diaodu.server.rulebook;

import java.util.List;

/**
 * The answer of a version for one case, with its reasons.
 *
 * @param answer as people read it
 * @param reasoned whether conditions could be looked at one by one; else the tables say only which rows matched
 */
public record CaseAnswer(String answer, boolean failed, boolean reasoned, List<Table> tables) {

    /**
     * What one table did.
     *
     * @param matched rows that matched, from 1
     * @param rows the matched rows first, then the nearest
     */
    public record Table(String name, List<Value> values, List<Integer> matched, List<Row> rows) {}

    /** A column with the value of the case; – where it is missing. */
    public record Value(String column, String value, boolean missing) {}

    /**
     * A row that matched, or is among the nearest.
     *
     * @param failing how many of its conditions do not hold
     */
    public record Row(int number, boolean matched, int failing, List<Condition> conditions, String outputs) {}

    /**
     * One condition.
     *
     * @param verdict MET, NOT or MISSING
     * @param change what the value would have to become; empty where it holds or cannot be said
     */
    public record Condition(String column, String test, String value, String verdict, String change) {}
}
