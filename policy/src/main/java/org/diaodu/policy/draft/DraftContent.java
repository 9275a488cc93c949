package org.diaodu.policy.draft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a new clause says.
 *
 * @param unit of the amount, 元 or 万元
 * @param columns of the conditions, expressions over the facts
 * @param rows a cell for each column, and then {@code true} or a grade in quotes
 * @param amounts a formula for each grade without its quotes, or one under {@code true}; empty where nothing is paid
 * @param text of the clause, Chinese and then English
 * @param cases lines of the worked cases without the heading: name, the facts, 资格 and, where there is one, 金额
 * @param terms more lines of the terms
 * @param parameters figures of the book it draws on, by id, as the text of their files
 */
public record DraftContent(
        String unit,
        String hitPolicy,
        List<DraftFact> facts,
        List<String> columns,
        List<List<String>> rows,
        Map<String, String> amounts,
        String text,
        List<String> cases,
        List<String> terms,
        Map<String, String> parameters) {

    public DraftContent {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
        cases = List.copyOf(cases);
        terms = List.copyOf(terms);
        parameters = Map.copyOf(parameters);
    }

    /** Places of the amount that reach to the fen. */
    int places() {
        return unit.equals("元") ? 2 : 6;
    }
}
