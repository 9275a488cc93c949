package org.diaodu.rules.model;

import java.util.List;
import java.util.Map;

/**
 * Every decision of a model for one case, and what its tables did on the way.
 *
 * @param answers by decision name
 * @param hits in the order the tables were evaluated; a table of a business knowledge model comes once a call
 */
public record Trace(Map<String, Answer> answers, List<TableHit> hits) {

    public Trace {
        answers = Map.copyOf(answers);
        hits = List.copyOf(hits);
    }
}
