package org.diaodu.rules.model;

import java.util.List;
import java.util.Map;

/**
 * Every decision of a model for one case, and what its tables did on the way.
 *
 * @param answers by decision name
 * @param hits in the order the tables were evaluated; a table of a business knowledge model comes once a call
 * @param faults every error met, also where it only made a null of what a knowledge model gives and no decision failed
 */
public record Trace(Map<String, Answer> answers, List<TableHit> hits, List<String> faults) {

    public Trace {
        answers = Map.copyOf(answers);
        hits = List.copyOf(hits);
        faults = List.copyOf(faults);
    }
}
