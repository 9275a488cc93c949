package org.diaodu.policy.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diaodu.rules.reasons.Explanation.Condition;
import org.diaodu.rules.reasons.Explanation.Row;
import org.diaodu.rules.reasons.Explanation.Table;
import org.kie.dmn.model.api.HitPolicy;

/**
 * The rows of a clause's conditions as far as they are known: which one matched, and which may still match and go before it.
 *
 * @param possible rows none of whose conditions fails for certain while some cannot be told
 */
record OpenRows(Table table, boolean entitled, List<Row> possible) {

    /**
     * A row is possible where none of its conditions fails and some are unknown for want of a fact. Where the first row that
     * matches counts, those after a matched row are not asked; where rows exclude each other a matched row is enough.
     */
    static OpenRows of(Table table, HitPolicy policy) {
        List<Row> possible = new ArrayList<>();
        for (Row row : table.rows()) {
            if (row.matched()) {
                return new OpenRows(table, gives(row), policy == HitPolicy.FIRST ? possible : List.of());
            }
            if (isPossible(table, row)) {
                possible.add(row);
            }
        }
        return new OpenRows(table, false, possible);
    }

    private static boolean isPossible(Table table, Row row) {
        boolean unknown = false;
        for (int at : row.conditions()) {
            Condition condition = table.conditions().get(at);
            switch (condition.verdict()) {
                case HOLDS -> {}
                case FAILS -> {
                    return false;
                }
                case UNKNOWN -> {
                    if (condition.missing().isEmpty()) {
                        return false; // nothing is missing: a quotient over 0 stays without a value
                    }
                    unknown = true;
                }
            }
        }
        return unknown;
    }

    /** Whether matching this row entitles to anything. */
    static boolean gives(Row row) {
        return gives(row.outputs());
    }

    static boolean gives(List<String> outputs) {
        String output = outputs.getFirst().strip();
        return !output.equals("false") && !output.equals("null") && !output.isEmpty();
    }

    /** Whether the answer depends on facts not known. */
    boolean undecided() {
        return possible.stream().anyMatch(row -> gives(row) != entitled || entitled);
    }

    /** The facts for want of which rows are only possible. */
    Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        for (Row row : possible) {
            row.conditions()
                    .forEach(at -> missing.addAll(table.conditions().get(at).missing()));
        }
        return missing;
    }
}
