package org.diaodu.rules.compile;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Interval;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;

/** Unary tests, in the cells of a table and after {@code in}: DMN 1.5, chapter 10.3.2.8. */
final class CellTests {

    private final Stage stage;
    private final Exprs exprs;
    private final Operators operators;

    CellTests(Stage stage) {
        this.stage = stage;
        this.exprs = stage.exprs;
        this.operators = stage.operators;
    }

    Expr in(InNode node, Scope scope) {
        Staged value = stage.of(node.getValue(), scope);
        BaseNode of = node.getExprs();
        if (of instanceof ListNode list) {
            return anyOf(list.getElements(), value, scope);
        }
        if (of instanceof UnaryTestNode test) {
            return test(test, value, scope.inner().with("?", value));
        }
        Staged set = stage.of(of, scope);
        if (set instanceof Listed(List<Element> elements, Expr present)) {
            List<Expr> parts = new ArrayList<>();
            for (Element element : elements) {
                parts.add(exprs.and(element.guard(), exprs.isTrue(member(value, element.value()))));
            }
            return exprs.ifThen(present, exprs.or(parts), exprs.nothing(Type.TRUTH));
        }
        if (operators.isNothing(set)) {
            return exprs.nothing(Type.TRUTH);
        }
        return member(value, set);
    }

    private Expr anyOf(List<BaseNode> tests, Staged value, Scope scope) {
        List<Expr> parts = new ArrayList<>();
        Scope inner = scope.inner().with("?", value);
        for (BaseNode test : tests) {
            parts.add(exprs.isTrue(
                    test instanceof UnaryTestNode unary
                            ? test(unary, value, inner)
                            : member(value, stage.of(test, scope))));
        }
        return exprs.or(parts);
    }

    /** Is it the value, or is the value in it? */
    private Expr member(Staged value, Staged candidate) {
        if (candidate instanceof Interval interval) {
            Expr within = operators.within(value, interval);
            @Nullable Staged only = interval.low() == null ? interval.high() : interval.low();
            return only == null || interval.low() != null && interval.high() != null
                    ? within
                    : exprs.or(List.of(within, nullBeyondNull(value, only)));
        }
        return operators.alike(value, candidate);
    }

    /** The reference engine finds null in {@code < null} after {@code in}. */
    private Expr nullBeyondNull(Staged value, Staged end) {
        return exprs.and(operators.isNull(value), operators.isNull(end));
    }

    Expr tests(BaseNode node, Staged value, Scope scope) {
        Scope inner = scope.inner().with("?", value);
        if (node instanceof UnaryTestListNode list) {
            List<Expr> parts = new ArrayList<>();
            for (BaseNode element : list.getElements()) {
                if (element instanceof DashNode) {
                    return exprs.truth(!list.isNegated());
                }
                parts.add(exprs.isTrue(test((UnaryTestNode) element, value, inner)));
            }
            Expr any = exprs.or(parts);
            return list.isNegated() ? exprs.not(any) : any;
        }
        if (node instanceof DashNode) {
            return exprs.truth;
        }
        if (node instanceof UnaryTestNode test) {
            return exprs.isTrue(test(test, value, inner));
        }
        throw new OutOfProfile("单元格“" + node.getText() + "”", "the cell '" + node.getText() + "'");
    }

    Expr test(UnaryTestNode node, Staged value, Scope scope) {
        BaseNode of = node.getValue();
        return switch (node.getOperator()) {
            case LT -> exprs.isTrue(operators.ordered(value, stage.of(of, scope), false));
            case LTE -> exprs.isTrue(operators.ordered(value, stage.of(of, scope), true));
            case GT -> exprs.isTrue(operators.ordered(stage.of(of, scope), value, false));
            case GTE -> exprs.isTrue(operators.ordered(stage.of(of, scope), value, true));
            case EQ -> sameOrContained(value, stage.of(of, scope));
            case NE -> exprs.not(sameOrContained(value, stage.of(of, scope)));
            case IN -> contained(value, stage.of(of, scope));
            case NOT ->
                of instanceof ListNode list
                        ? exprs.not(anyOf(list.getElements(), value, scope))
                        : exprs.not(exprs.isTrue(member(value, stage.of(of, scope))));
            case TEST -> exprs.isTrue(operators.truth(stage.of(of, scope)));
        };
    }

    private Expr sameOrContained(Staged value, Staged right) {
        if (right instanceof Listed(List<Element> elements, Expr present) && !(value instanceof Listed)) {
            List<Expr> parts = new ArrayList<>();
            for (Element element : elements) {
                parts.add(exprs.and(element.guard(), exprs.isTrue(operators.alike(element.value(), value))));
            }
            return exprs.and(present, exprs.or(parts));
        }
        return exprs.isTrue(operators.alike(value, right));
    }

    private Expr contained(Staged value, Staged right) {
        return switch (right) {
            case Interval interval -> exprs.isTrue(operators.within(value, interval));
            case Listed listed -> exprs.and(exprs.not(operators.isNull(value)), sameOrContained(value, listed));
            default -> exprs.falsity;
        };
    }

    /** The tests of a cell in the form that knows distances. */
    Test form(BaseNode node, Staged value, Scope scope) {
        Scope inner = scope.inner().with("?", value);
        if (node instanceof UnaryTestListNode list) {
            List<Test> forms = new ArrayList<>();
            for (BaseNode element : list.getElements()) {
                forms.add(element instanceof UnaryTestNode test ? form(test, inner) : new Test.Anything());
            }
            Test all = forms.size() == 1 ? forms.get(0) : new Test.AnyOf(forms);
            return list.isNegated() ? new Test.Not(all) : all;
        }
        return node instanceof UnaryTestNode test ? form(test, inner) : new Test.Anything();
    }

    private Test form(UnaryTestNode node, Scope scope) {
        if (node.getOperator() == UnaryTestNode.UnaryOperator.TEST) {
            return new Test.Other();
        }
        if (node.getOperator() == UnaryTestNode.UnaryOperator.NOT) {
            if (!(node.getValue() instanceof ListNode list)) {
                return new Test.Other();
            }
            List<Test> forms = new ArrayList<>();
            for (BaseNode element : list.getElements()) {
                forms.add(element instanceof UnaryTestNode test ? form(test, scope) : form(stage.of(element, scope)));
            }
            return new Test.Not(forms.size() == 1 ? forms.get(0) : new Test.AnyOf(forms));
        }
        Staged right = stage.of(node.getValue(), scope);
        if (right instanceof Scalar(Expr bound)) {
            return switch (node.getOperator()) {
                case LT -> new Test.Compared(Test.Relation.BELOW, bound);
                case LTE -> new Test.Compared(Test.Relation.AT_MOST, bound);
                case GT -> new Test.Compared(Test.Relation.ABOVE, bound);
                case GTE -> new Test.Compared(Test.Relation.AT_LEAST, bound);
                case NE -> new Test.Compared(Test.Relation.OTHER, bound);
                default -> new Test.Compared(Test.Relation.SAME, bound);
            };
        }
        Test inside = form(right);
        return node.getOperator() == UnaryTestNode.UnaryOperator.NE ? new Test.Not(inside) : inside;
    }

    private static Test form(Staged right) {
        return switch (right) {
            case Scalar(Expr bound) -> new Test.Compared(Test.Relation.SAME, bound);
            case Interval(boolean lowIn, var low, var high, boolean highIn)
            when (low == null || low instanceof Scalar) && (high == null || high instanceof Scalar) ->
                new Test.Within(
                        lowIn,
                        low instanceof Scalar(Expr expr) ? expr : null,
                        high instanceof Scalar(Expr expr) ? expr : null,
                        highIn);
            case Listed(List<Element> elements, Expr present) ->
                new Test.AnyOf(
                        elements.stream().map(element -> form(element.value())).toList());
            default -> new Test.Other();
        };
    }
}
