package org.diaodu.rules.model;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.ast.DMNBaseNode;

/** The requirements graph of a model. */
public final class Requirements {

    private Requirements() {}

    /** The inputs an element needs: its own, and those of what it requires. */
    public static Set<InputDataNode> inputs(@Nullable DMNNode node) {
        return inputs(node, null);
    }

    /** The same, but those that only one of the decisions on the way needs are left out. */
    public static Set<InputDataNode> inputs(@Nullable DMNNode node, @Nullable String apart) {
        Set<DMNNode> needed = new LinkedHashSet<>();
        gather(node, apart, needed);
        return needed.stream()
                .filter(InputDataNode.class::isInstance)
                .map(InputDataNode.class::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void gather(@Nullable DMNNode node, @Nullable String apart, Set<DMNNode> into) {
        if (node instanceof DMNBaseNode base && !base.getName().equals(apart) && into.add(node)) {
            base.getDependencies().values().forEach(required -> gather(required, apart, into));
        }
    }
}
