package org.diaodu.rules.book;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One worked case: inputs in, answers expected.
 *
 * @param row its row in the file
 * @param name what it shows
 * @param inputs a FEEL value for every input of the model; null where the cell is empty
 * @param expected by {@code decision} or {@code decision.output}; null where the cell is empty
 * @param sound whether every cell could be read
 */
public record WorkedCase(
        int row,
        String name,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> expected,
        boolean sound) {

    public WorkedCase {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    }
}
