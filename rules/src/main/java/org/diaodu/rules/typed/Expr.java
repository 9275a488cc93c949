package org.diaodu.rules.typed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scalar expression. Two that are the same are one object (they come from {@link Exprs}), so identity is equality and a
 * value needed twice is computed once.
 */
public abstract sealed class Expr permits Expr.Input, Expr.Constant, Expr.Call, Expr.Aggregate {

    private final Type type;
    private final boolean nullable;

    private Expr(Type type, boolean nullable) {
        this.type = type;
        this.nullable = nullable;
    }

    public Type type() {
        return type;
    }

    public boolean is(Kind kind) {
        return type.kind() == kind;
    }

    /** Can it be null at all? */
    public boolean nullable() {
        return nullable;
    }

    /** A column of the cases, or of a child table where {@code table} is not empty. */
    public static final class Input extends Expr {
        private final String table;
        private final String name;

        Input(String table, String name, Type type) {
            super(type, true);
            this.table = table;
            this.name = name;
        }

        public String table() {
            return table;
        }

        public String name() {
            return name;
        }

        /** Where it stands among the inputs, as {@code 企业.营业收入}. */
        public String path() {
            return table.isEmpty() ? name : table + "." + name;
        }

        @Override
        public String toString() {
            return path();
        }
    }

    /** A value known before any case is. */
    public static final class Constant extends Expr {
        private final @Nullable Object value;

        Constant(@Nullable Object value, Type type) {
            super(type, value == null);
            this.value = value;
        }

        /** As {@link Kind} says. */
        public @Nullable Object value() {
            return value;
        }

        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    public static final class Call extends Expr {
        private final Op op;
        private final List<Expr> args;

        Call(Op op, Type type, boolean nullable, List<Expr> args) {
            super(type, nullable);
            this.op = op;
            this.args = args;
        }

        public Op op() {
            return op;
        }

        public List<Expr> args() {
            return args;
        }

        public Expr arg(int index) {
            return args.get(index);
        }

        @Override
        public String toString() {
            return op + args.toString();
        }
    }

    /** What is made of many rows of a child table. */
    public enum Fold {
        /** Rows, nulls too. */
        COUNT,
        SUM,
        MIN,
        MAX,
        /** Is any true? As FEEL's {@code some}: true, false, or null where none is true and one is null. */
        ANY,
        ALL
    }

    /**
     * One value of the rows of a child table that belong to the case.
     *
     * @see Fold
     */
    public static final class Aggregate extends Expr {
        private final Fold fold;
        private final String table;
        private final Expr of;
        private final Expr where;

        Aggregate(Fold fold, String table, Expr of, Expr where, Type type) {
            super(type, fold != Fold.COUNT);
            this.fold = fold;
            this.table = table;
            this.of = of;
            this.where = where;
        }

        public Fold fold() {
            return fold;
        }

        public String table() {
            return table;
        }

        public Expr of() {
            return of;
        }

        /** Only the rows for which this is true. */
        public Expr where() {
            return where;
        }

        @Override
        public String toString() {
            return fold + "(" + table + ": " + of + " | " + where + ")";
        }
    }
}
