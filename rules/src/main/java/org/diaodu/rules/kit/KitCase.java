package org.diaodu.rules.kit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.model.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One case of the kit.
 *
 * @param id unique within its file
 * @param invoked what is invoked
 * @param invocable the decision service or business knowledge model; empty where decisions are asked for by name
 * @param inputs FEEL values by name, as {@link Answer#value} describes them
 * @param results what is expected of which node
 */
public record KitCase(
        String id, Invoked invoked, String invocable, Map<String, @Nullable Object> inputs, List<Expected> results) {

    /** What a case invokes. */
    public enum Invoked {
        DECISION,
        SERVICE,
        KNOWLEDGE
    }

    /**
     * What one node should answer.
     *
     * @param node the decision, or the output decision of the service
     * @param error whether an error, which is a null, is expected
     * @param value the FEEL value
     */
    public record Expected(
            String node, boolean error, @Nullable Object value) {}

    public KitCase {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        results = List.copyOf(results);
    }
}
