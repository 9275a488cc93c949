package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.Finding.Weight;

/** The findings on one model, in the order in which they are made. */
final class Findings {

    private final String source;
    private final List<Finding> found = new ArrayList<>();

    Findings(String source) {
        this.source = source;
    }

    List<Finding> all() {
        return found;
    }

    int size() {
        return found.size();
    }

    void add(
            String code,
            Weight weight,
            String decision,
            int row,
            String column,
            String chinese,
            String english,
            Map<String, String> example) {
        found.add(new Finding(code, weight, source, decision, row, column, chinese, english, example));
    }

    void add(String code, Weight weight, String decision, int row, String column, String chinese, String english) {
        add(code, weight, decision, row, column, chinese, english, Map.of());
    }
}
