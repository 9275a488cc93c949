package org.diaodu.rules.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.typed.Expr;
import org.jspecify.annotations.Nullable;

/** A FEEL value of known shape whose scalars are expressions over the case. */
public sealed interface Staged {

    /** A scalar, or null. */
    record Scalar(Expr expr) implements Staged {}

    /**
     * A list whose elements are there or not, case by case.
     *
     * @param present false or null: the list itself is null
     */
    record Listed(List<Element> elements, Expr present) implements Staged {}

    /** An element that is in the list where {@code guard} is true; the guard is never null. */
    record Element(Expr guard, Staged value) {}

    /** A context with known keys. */
    record Entries(Map<String, Staged> of, Expr present) implements Staged {
        public Entries {
            of = new LinkedHashMap<>(of);
        }
    }

    record Interval(
            boolean lowIn, @Nullable Staged low, @Nullable Staged high, boolean highIn) implements Staged {}

    /** Something to be called: a knowledge model, a decision service, a function of the model's own. */
    record Function(List<String> parameters, Body body) implements Staged {}

    /** What a function makes of its arguments, in the order of its parameters. */
    interface Body {
        Staged of(List<Staged> arguments);
    }

    /** A FEEL value known now that no column could hold: a time with its zone, say. */
    record Known(Object value) implements Staged {}

    /**
     * The rows of a child table that belong to the case.
     *
     * @param each one row: a context of its columns, or its only column
     * @param where only rows for which this is true
     */
    record Rows(String table, Staged each, Expr where) implements Staged {}
}
