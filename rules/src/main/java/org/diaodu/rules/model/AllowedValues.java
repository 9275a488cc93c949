package org.diaodu.rules.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNType;

/** Which values the types of a model allow: the unary tests of an item definition, DMN 1.5, 7.3.3. */
public final class AllowedValues {

    private static final int DEEPEST = 8;

    private AllowedValues() {}

    /** The unary tests the type itself says; empty where it allows all its base allows. */
    public static String of(DMNType type) {
        return type.getAllowedValues() == null
                ? ""
                : type.getAllowedValues().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** What the type and those it is made from say of a single value, each as unary tests. */
    public static List<String> all(DMNType type) {
        List<String> all = new ArrayList<>();
        for (DMNType one = type; one != null; one = one.getBaseType()) {
            if (!of(one).isEmpty()) {
                all.add(of(one));
            }
        }
        return all;
    }

    /** Whether the type, one it is made from or one of its fields limits its values. */
    public static boolean limits(DMNType type) {
        return limits(type, 0);
    }

    private static boolean limits(DMNType type, int depth) {
        return !of(type).isEmpty()
                || type.getTypeConstraint() != null && !type.getTypeConstraint().isEmpty()
                || type.getBaseType() != null && limits(type.getBaseType(), depth + 1)
                || depth < DEEPEST && type.getFields().values().stream().anyMatch(field -> limits(field, depth + 1));
    }
}
