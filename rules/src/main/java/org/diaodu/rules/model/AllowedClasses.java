package org.diaodu.rules.model;

import java.util.Set;

/**
 * The classes that an external Java function of a model may name: arithmetic and text, nothing that reaches a file, a
 * process, a thread or the network. A model comes from whoever uploads it, and what it names is run.
 */
final class AllowedClasses extends ClassLoader {

    private static final Set<String> NAMES = Set.of(
            "java.lang.Math",
            "java.lang.StrictMath",
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal");

    AllowedClasses() {
        super("rules", null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!NAMES.contains(name)) {
            throw new ClassNotFoundException(name + " is not among the classes that rules may use");
        }
        return super.loadClass(name, resolve);
    }
}
