package org.diaodu.rules.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.core.ast.ItemDefNodeImpl;
import org.kie.dmn.model.api.ItemDefinition;

/** Which values the types of a model allow: the unary tests of its item definitions, DMN 1.5, 7.3.3. Immutable. */
public final class AllowedValues {

    private static final int DEEPEST = 8;

    private final Map<DMNType, String> texts = new IdentityHashMap<>();

    AllowedValues(List<DMNModel> models) {
        for (DMNModel model : models) {
            model.getItemDefinitions().forEach(node -> gather(node.getType(), ((ItemDefNodeImpl) node).getItemDef()));
        }
    }

    private void gather(@Nullable DMNType type, ItemDefinition item) {
        if (type == null) {
            return;
        }
        if (item.getAllowedValues() != null) {
            texts.put(type, item.getAllowedValues().getText());
        }
        item.getItemComponent().forEach(component -> gather(type.getFields().get(component.getName()), component));
    }

    /** The unary tests the type itself says; empty where it says none. */
    public String of(DMNType type) {
        return isLimited(type) ? texts.getOrDefault(type, "") : "";
    }

    /** What the type and those it is made from say of a single value, each as unary tests; empty where one cannot be told. */
    public List<String> all(DMNType type) {
        List<String> all = new ArrayList<>();
        for (DMNType one = type; one != null; one = one.getBaseType()) {
            if (isLimited(one)) {
                String text = texts.get(one);
                if (text == null) {
                    return List.of();
                }
                all.add(text);
            }
        }
        return all;
    }

    /** Whether the type, one it is made from or one of its fields limits its values. */
    public static boolean limits(DMNType type) {
        return limits(type, 0);
    }

    private static boolean limits(DMNType type, int depth) {
        return isLimited(type)
                || type.getTypeConstraint() != null && !type.getTypeConstraint().isEmpty()
                || type.getBaseType() != null && limits(type.getBaseType(), depth + 1)
                || depth < DEEPEST && type.getFields().values().stream().anyMatch(field -> limits(field, depth + 1));
    }

    private static boolean isLimited(DMNType type) {
        return type.getAllowedValues() != null && !type.getAllowedValues().isEmpty();
    }
}
