package org.diaodu.rules.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the literals of a model. As a rule they are constants. To test the SQL of a model that asks nothing of
 * its cases they can be lifted into columns, so that the engine really computes; where only a constant will do, as for
 * the number of places of a rounding, a lifted literal is taken back.
 */
public final class Literals {

    private final boolean lifting;
    private final Map<String, Constant> lifted = new LinkedHashMap<>();

    private Literals(boolean lifting) {
        this.lifting = lifting;
    }

    public static Literals constant() {
        return new Literals(false);
    }

    public static Literals lifted() {
        return new Literals(true);
    }

    boolean lifting() {
        return lifting;
    }

    Staged of(Exprs exprs, Staged literal) {
        if (!lifting
                || !(literal instanceof Scalar(Expr expr))
                || !(expr instanceof Constant constant)
                || constant.is(Kind.NOTHING)) {
            return literal;
        }
        String name = "literal " + (lifted.size() + 1);
        lifted.put(name, constant);
        return new Scalar(exprs.input("", name, constant.type()));
    }

    /** The constant, or what a lifted literal was; null for anything else. */
    @Nullable
    Constant known(Expr expr) {
        if (expr instanceof Constant constant) {
            return constant;
        }
        return expr instanceof Input input && input.table().isEmpty() ? lifted.get(input.name()) : null;
    }

    /** The lifted literals by column name, as the typed form keeps them. */
    public Map<String, Constant> columns() {
        return lifted;
    }
}
