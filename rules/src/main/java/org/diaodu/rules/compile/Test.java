package org.diaodu.rules.compile;

import java.util.List;
import org.diaodu.rules.typed.Expr;
import org.jspecify.annotations.Nullable;

/** What a cell asks of its column, in a form that tells how far a value is from it. */
public sealed interface Test {

    /** A dash: anything, also nothing. */
    record Anything() implements Test {}

    record Compared(Relation relation, Expr bound) implements Test {}

    /** Between two bounds; a bound that is null is none. */
    record Within(
            boolean lowIn, @Nullable Expr low, @Nullable Expr high, boolean highIn) implements Test {}

    /** At least one of them. */
    record AnyOf(List<Test> tests) implements Test {}

    record Not(Test test) implements Test {}

    /** An expression of another form: it holds or not, and there is no distance. */
    record Other() implements Test {}

    /** How a value stands to a bound. */
    enum Relation {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        SAME("="),
        OTHER("!=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}
