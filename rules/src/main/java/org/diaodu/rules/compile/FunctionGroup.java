package org.diaodu.rules.compile;

import java.util.List;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.OutOfProfile;

/** What every group of FEEL's functions needs: its arguments, and nothing where one is missing or of the wrong type. */
abstract class FunctionGroup {

    final Exprs exprs;
    final Operators operators;

    FunctionGroup(Operators operators) {
        this.exprs = operators.exprs();
        this.operators = operators;
    }

    final Staged arg(List<Staged> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : operators.nothing();
    }

    static boolean numeric(Staged value) {
        return value instanceof Scalar(Expr expr) && expr.is(Kind.NUMBER);
    }

    static Expr expr(Staged value) {
        return ((Scalar) value).expr();
    }

    static OutOfProfile summariesOnly() {
        return new OutOfProfile(
                "明细行只能用 count、sum、min、max、mean、all、any、some、every 汇总",
                "rows of a child table can only be summarised by count, sum, min, max, mean, all, any, some, every");
    }
}
