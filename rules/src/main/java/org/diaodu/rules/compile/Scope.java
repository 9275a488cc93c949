package org.diaodu.rules.compile;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names an expression can see. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, Staged> names = new HashMap<>();

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    Scope inner() {
        return new Scope(this);
    }

    Scope with(String name, Staged value) {
        names.put(name, value);
        return this;
    }

    @Nullable
    Staged find(String name) {
        Staged here = names.get(name);
        return here != null || outer == null ? here : outer.find(name);
    }

    /** Every visible name with its value, inner ones hiding outer ones. */
    Map<String, Staged> visible() {
        Map<String, Staged> all = outer == null ? new HashMap<>() : outer.visible();
        all.putAll(names);
        return all;
    }
}
