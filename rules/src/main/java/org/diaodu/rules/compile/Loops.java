package org.diaodu.rules.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Interval;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Rows;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.OutOfProfile;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode.Quantifier;

/** Filters, loops and quantified expressions over lists and over the rows of a child table: DMN 1.5, chapters 10.3.2.5 and 10.3.2.14. */
final class Loops {

    private static final int LONGEST = 2_000;

    private final Stage stage;
    private final Exprs exprs;
    private final Operators operators;

    Loops(Stage stage) {
        this.stage = stage;
        this.exprs = stage.exprs;
        this.operators = stage.operators;
    }

    Staged filtered(Staged list, BaseNode filter, Scope scope) {
        if (list instanceof Rows(String table, Staged each, Expr where)) {
            Expr condition = exprs.isTrue(operators.truth(stage.of(filter, item(scope, each))));
            return new Rows(table, each, exprs.and(where, condition));
        }
        Listed all = switch (list) {
            case Listed listed -> listed;
            case Scalar(Expr expr)
            when Exprs.isNothing(expr) -> new Listed(List.of(new Element(exprs.truth, list)), exprs.truth);
            default -> new Listed(List.of(new Element(exprs.truth, list)), exprs.truth);
        };
        Staged index = index(filter, scope);
        if (index instanceof Scalar(Expr expr) && expr.is(Kind.NUMBER)) {
            return element(all, expr);
        }
        List<Element> kept = new ArrayList<>();
        for (Element element : all.elements()) {
            Staged condition = stage.of(filter, item(scope, element.value()));
            if (condition instanceof Scalar(Expr expr) && expr.is(Kind.NUMBER)) {
                return element(all, expr);
            }
            Expr guard = exprs.and(element.guard(), exprs.isTrue(operators.truth(condition)));
            if (guard != exprs.falsity) {
                kept.add(new Element(guard, element.value()));
            }
        }
        return new Listed(kept, all.present());
    }

    private @Nullable Staged index(BaseNode filter, Scope scope) {
        try {
            return stage.of(filter, scope);
        } catch (OutOfProfile usesTheElement) {
            return null;
        }
    }

    private Scope item(Scope scope, Staged value) {
        Scope inner = scope.inner().with("item", value);
        if (value instanceof Entries(Map<String, Staged> of, Expr present)) {
            of.forEach((name, entry) -> inner.with(name, operators.either(present, entry, operators.nothing())));
        }
        return inner;
    }

    private Staged element(Listed list, Expr index) {
        operators.whole(list.elements());
        Constant known = stage.literals.known(index);
        if (known == null || !(known.value() instanceof BigDecimal number)) {
            throw new OutOfProfile("列表序号因企业而异", "a list index that depends on the case");
        }
        int at = number.intValue();
        int size = list.elements().size();
        int position = at > 0 ? at - 1 : size + at;
        if (at == 0 || position < 0 || position >= size) {
            return operators.nothing();
        }
        return operators.either(list.present(), list.elements().get(position).value(), operators.nothing());
    }

    private interface Round {
        void of(Scope scope, Expr guard);
    }

    private void iterate(List<IterationContextNode> contexts, int at, Scope scope, Expr guard, Round round) {
        if (at == contexts.size()) {
            round.of(scope, guard);
            return;
        }
        IterationContextNode context = contexts.get(at);
        String name = Stage.name(context.getName());
        Staged from = stage.of(context.getExpression(), scope);
        Listed over = switch (from) {
            case Listed listed -> listed;
            case Interval interval
            when interval.low() != null && interval.high() != null -> {
                Listed all = counted(interval.low(), interval.high());
                if (!interval.lowIn() || !interval.highIn() || descends(all)) {
                    throw new OutOfProfile("循环的区间须为闭区间且由小到大", "a loop over an interval that is open or runs backwards");
                }
                yield all;
            }
            case Scalar scalar
            when context.getRangeEndExpr() != null -> counted(scalar, stage.of(context.getRangeEndExpr(), scope));
            case Rows ignored ->
                throw new OutOfProfile(
                        "对明细行逐行计算（只能汇总）", "a loop over rows of a child table, which can only be summarised");
            default -> new Listed(List.of(new Element(exprs.truth, from)), exprs.truth);
        };
        if (over.present() != exprs.truth) {
            throw new OutOfProfile("对可能为空值的列表循环", "a loop over a list that may be null");
        }
        for (Element element : over.elements()) {
            iterate(
                    contexts,
                    at + 1,
                    scope.inner().with(name, element.value()),
                    exprs.and(guard, element.guard()),
                    round);
        }
    }

    private Listed counted(Staged from, Staged to) {
        if (!(from instanceof Scalar(Expr low)
                && to instanceof Scalar(Expr high)
                && stage.literals.known(low) instanceof Constant start
                && stage.literals.known(high) instanceof Constant end
                && start.value() instanceof BigDecimal first
                && end.value() instanceof BigDecimal last
                && start.is(Kind.NUMBER)
                && end.is(Kind.NUMBER))) {
            throw new OutOfProfile("循环的起止因企业而异", "a loop whose ends depend on the case");
        }
        List<Element> elements = new ArrayList<>();
        int step = first.compareTo(last) <= 0 ? 1 : -1;
        for (int i = first.intValue(); step > 0 ? i <= last.intValue() : i >= last.intValue(); i += step) {
            elements.add(new Element(exprs.truth, new Scalar(exprs.number(i))));
            limit(elements.size());
        }
        return new Listed(elements, exprs.truth);
    }

    private static boolean descends(Listed counted) {
        List<Element> elements = counted.elements();
        return elements.size() > 1
                && elements.get(0).value() instanceof Scalar(Expr first)
                && elements.get(1).value() instanceof Scalar(Expr second)
                && first instanceof Constant a
                && second instanceof Constant b
                && a.value() instanceof BigDecimal one
                && b.value() instanceof BigDecimal other
                && one.compareTo(other) > 0;
    }

    private static void limit(int size) {
        if (size > LONGEST) {
            throw new OutOfProfile("循环超过 " + LONGEST + " 次", "a loop of more than " + LONGEST + " rounds");
        }
    }

    Staged loop(ForExpressionNode node, Scope scope) {
        List<Element> results = new ArrayList<>();
        Scope outer = scope.inner();
        iterate(node.getIterationContexts(), 0, outer, exprs.truth, (inner, guard) -> {
            inner.with("partial", new Listed(results, exprs.truth));
            results.add(new Element(guard, stage.of(node.getExpression(), inner)));
            limit(results.size());
        });
        return new Listed(results, exprs.truth);
    }

    Staged quantified(QuantifiedExpressionNode node, Scope scope) {
        boolean some = node.getQuantifier() == Quantifier.SOME;
        List<Expr> parts = new ArrayList<>();
        if (node.getIterationContexts().size() == 1
                && stage.of(node.getIterationContexts().get(0).getExpression(), scope)
                        instanceof Rows(String table, Staged each, Expr where)) {
            Scope inner = scope.inner()
                    .with(Stage.name(node.getIterationContexts().get(0).getName()), each);
            Expr holds = operators.truth(stage.of(node.getExpression(), inner));
            return new Scalar(exprs.aggregate(
                    some ? Expr.Fold.ANY : Expr.Fold.ALL,
                    table,
                    some ? exprs.isTrue(holds) : exprs.not(exprs.isTrue(exprs.not(holds))),
                    where,
                    Type.TRUTH));
        }
        iterate(node.getIterationContexts(), 0, scope, exprs.truth, (inner, guard) -> {
            Expr holds = operators.truth(stage.of(node.getExpression(), inner));
            parts.add(some ? exprs.and(guard, exprs.isTrue(holds)) : exprs.and(guard, exprs.isTrue(exprs.not(holds))));
            limit(parts.size());
        });
        Expr any = exprs.or(parts);
        return new Scalar(some ? any : exprs.not(any));
    }
}
