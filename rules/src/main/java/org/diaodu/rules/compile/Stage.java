package org.diaodu.rules.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Function;
import org.diaodu.rules.compile.Staged.Interval;
import org.diaodu.rules.compile.Staged.Known;
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
import org.kie.dmn.feel.lang.ast.*;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode.Quantifier;
import org.kie.dmn.feel.lang.ast.RangeNode.IntervalBoundary;
import org.kie.dmn.feel.lang.types.FEELTypeRegistry;

/**
 * Runs a FEEL tree on staged values. Every node has one case below; what has none is out of the profile and says so.
 * Parts without any unknown are computed by the reference engine itself.
 */
final class Stage {

    private static final int LONGEST = 2_000;

    final Exprs exprs;
    final Operators operators;
    final Literals literals;
    private final Functions functions;
    private final FEELTypeRegistry types;
    private final Map<BaseNode, Boolean> literalFree = new IdentityHashMap<>();

    Stage(Exprs exprs, Literals literals, java.time.@Nullable LocalDate today, FEELTypeRegistry types) {
        this.exprs = exprs;
        this.types = types;
        this.operators = new Operators(exprs);
        this.literals = literals;
        this.functions = new Functions(this, today);
    }

    FeelText.Reader reader(Scope scope) {
        return new FeelText.Reader(scope, types);
    }

    Staged of(BaseNode node, Scope scope) {
        if (isLiteral(node)) {
            return literals.of(exprs, folded(node, scope));
        }
        if (foldable(node, scope)) {
            return folded(node, scope);
        }
        return switch (node) {
            case NameRefNode name -> named(name.getText(), scope);
            case QualifiedNameNode name -> {
                Staged value = named(name.getParts().get(0).getText(), scope);
                for (NameRefNode part :
                        name.getParts().subList(1, name.getParts().size())) {
                    value = property(value, part.getText());
                }
                yield value;
            }
            case PathExpressionNode path -> path(path, scope);
            case SignedUnaryNode signed -> {
                Staged value = of(signed.getExpression(), scope);
                yield signed.getSign() == SignedUnaryNode.Sign.NEGATIVE
                        ? operators.negated(value)
                        : value instanceof Scalar(Expr expr)
                                        && expr.type().kind().decimal()
                                ? value
                                : operators.nothing();
            }
            case InfixOpNode infix -> infix(infix, scope);
            case IfExpressionNode choice ->
                operators.either(
                        operators.truth(of(choice.getCondition(), scope)),
                        of(choice.getThenExpression(), scope),
                        of(choice.getElseExpression(), scope));
            case BetweenNode between -> {
                Staged value = of(between.getValue(), scope);
                yield new Scalar(exprs.and(
                        operators.ordered(of(between.getStart(), scope), value, true),
                        operators.ordered(value, of(between.getEnd(), scope), true)));
            }
            case InNode in -> new Scalar(in(in, scope));
            case RangeNode range ->
                new Interval(
                        range.getLowerBound() == IntervalBoundary.CLOSED,
                        end(range.getStart(), scope),
                        end(range.getEnd(), scope),
                        range.getUpperBound() == IntervalBoundary.CLOSED);
            case ListNode list -> {
                List<Element> elements = new ArrayList<>();
                for (BaseNode element : list.getElements()) {
                    elements.add(new Element(exprs.truth, of(element, scope)));
                }
                yield new Listed(elements, exprs.truth);
            }
            case ContextNode context -> {
                Map<String, Staged> entries = new LinkedHashMap<>();
                Scope inner = scope.inner();
                for (ContextEntryNode entry : context.getEntries()) {
                    String key = key(entry.getName());
                    Staged value = of(entry.getValue(), inner);
                    if (entries.put(key, value) != null) {
                        yield operators.nothing();
                    }
                    inner.with(key, value);
                }
                yield new Entries(entries, exprs.truth);
            }
            case FunctionDefNode function -> function(function, scope);
            case FunctionInvocationNode call -> call(call, scope);
            case FilterExpressionNode filter -> filtered(of(filter.getExpression(), scope), filter.getFilter(), scope);
            case ForExpressionNode loop -> loop(loop, scope);
            case QuantifiedExpressionNode quantified -> quantified(quantified, scope);
            case InstanceOfNode instance -> instanceOf(instance, scope);
            case UnaryTestListNode tests -> new Scalar(tests(tests, question(scope), scope));
            case UnaryTestNode test -> new Scalar(test(test, question(scope), scope));
            default ->
                throw new OutOfProfile(
                        "表达式“" + node.getText() + "”不在批量范围内",
                        "'" + node.getText() + "' ("
                                + node.getClass().getSimpleName().replace("Node", "")
                                + ") is outside the bulk profile");
        };
    }

    private Staged question(Scope scope) {
        Staged value = scope.find("?");
        if (value == null) {
            throw new OutOfProfile("此处没有可检验的值“?”", "there is no value '?' to test here");
        }
        return value;
    }

    private @Nullable Staged end(@Nullable BaseNode node, Scope scope) {
        if (node == null || node instanceof UndefinedValueNode) {
            return null;
        }
        return of(node, scope);
    }

    private static String key(BaseNode name) {
        return switch (name) {
            case StringNode text -> String.valueOf(text.getValue());
            case NameDefNode def -> name(def);
            default -> name.getText();
        };
    }

    private static String name(NameDefNode def) {
        return String.valueOf(def.evaluate(null));
    }

    // --- what is known already

    private static boolean isLiteral(BaseNode node) {
        return switch (node) {
            case NumberNode ignored -> true;
            case StringNode ignored -> true;
            case BooleanNode ignored -> true;
            case AtLiteralNode ignored -> true;
            case FunctionInvocationNode call -> isTemporal(call);
            default -> false;
        };
    }

    /** A date, time or duration written with its function and a text. */
    private static boolean isTemporal(FunctionInvocationNode call) {
        return switch (call.getName().getText()) {
            case "date", "time", "date and time", "duration" ->
                call.getParams().getElements().size() == 1
                        && call.getParams().getElements().get(0) instanceof StringNode;
            default -> false;
        };
    }

    private boolean foldable(BaseNode node, Scope scope) {
        if (node instanceof FunctionDefNode
                || node instanceof UnaryTestListNode
                || node instanceof UnaryTestNode
                || node instanceof DashNode
                || literals.lifting() && !literalFree(node)) {
            return false;
        }
        return namesKnown(node, scope);
    }

    private boolean literalFree(BaseNode node) {
        Boolean known = literalFree.get(node);
        if (known == null) {
            known = !isLiteral(node);
            for (BaseNode child : children(node)) {
                known &= literalFree(child);
            }
            literalFree.put(node, known);
        }
        return known;
    }

    private boolean namesKnown(BaseNode node, Scope scope) {
        if (node instanceof NameRefNode name) {
            String text = name.getText();
            if (text.equals("today") || text.equals("now")) {
                return false;
            }
            Staged value = scope.find(text);
            return value == null || Values.known(value);
        }
        for (BaseNode child : children(node)) {
            if (!namesKnown(child, scope)) {
                return false;
            }
        }
        return true;
    }

    private static List<BaseNode> children(BaseNode node) {
        List<BaseNode> result = new ArrayList<>();
        for (ASTNode child : node.getChildrenNode()) {
            if (child instanceof BaseNode base) {
                result.add(base);
            }
        }
        return result;
    }

    private Staged folded(BaseNode node, Scope scope) {
        Map<String, @Nullable Object> names = new HashMap<>();
        scope.visible().forEach((name, value) -> {
            if (Values.known(value)) {
                names.put(name, Values.feel(value));
            }
        });
        Object value;
        try {
            value = FeelText.evaluate(node, names);
        } catch (RuntimeException e) {
            throw new OutOfProfile("常量表达式无法计算：" + e.getMessage(), "a constant expression fails: " + e.getMessage());
        }
        if (value instanceof org.kie.dmn.feel.runtime.FEELFunction) {
            throw new OutOfProfile("函数作为值", "a function as a value");
        }
        return Values.staged(exprs, value);
    }

    // --- names and paths

    private Staged named(String name, Scope scope) {
        Staged value = scope.find(name);
        if (value == null) {
            throw new OutOfProfile("未知的名称“" + name + "”", "the name '" + name + "' is not known here");
        }
        return value;
    }

    private Staged path(PathExpressionNode path, Scope scope) {
        Staged value = of(path.getExpression(), scope);
        if (path.getName() instanceof QualifiedNameNode qualified) {
            for (NameRefNode part : qualified.getParts()) {
                value = property(value, part.getText());
            }
            return value;
        }
        return property(value, path.getName().getText());
    }

    Staged property(Staged value, String name) {
        return switch (value) {
            case Entries(Map<String, Staged> of, Expr present) -> {
                Staged entry = of.get(name);
                yield entry == null ? operators.nothing() : operators.either(present, entry, operators.nothing());
            }
            case Listed(List<Element> elements, Expr present) ->
                new Listed(
                        elements.stream()
                                .map(element -> new Element(element.guard(), property(element.value(), name)))
                                .toList(),
                        present);
            case Rows(String table, Staged each, Expr where) -> new Rows(table, property(each, name), where);
            case Interval interval ->
                switch (name) {
                    case "start" -> interval.low() == null ? operators.nothing() : interval.low();
                    case "end" -> interval.high() == null ? operators.nothing() : interval.high();
                    case "start included" -> new Scalar(exprs.truth(interval.lowIn()));
                    case "end included" -> new Scalar(exprs.truth(interval.highIn()));
                    default -> operators.nothing();
                };
            case Scalar(Expr expr) -> functions.property(expr, name);
            case Known ignored -> throw new OutOfProfile("带时区的值的属性", "a property of a value with a zone");
            case Function ignored -> operators.nothing();
        };
    }

    // --- operators

    private Staged infix(InfixOpNode node, Scope scope) {
        Staged left = of(node.getLeft(), scope);
        Staged right = of(node.getRight(), scope);
        return switch (node.getOperator()) {
            case ADD -> operators.add(left, right);
            case SUB -> operators.subtract(left, right);
            case MULT -> operators.multiply(left, right);
            case DIV -> operators.divide(left, right);
            case POW -> operators.power(left, right);
            case LT -> new Scalar(operators.ordered(left, right, false));
            case LTE -> new Scalar(operators.ordered(left, right, true));
            case GT -> new Scalar(operators.ordered(right, left, false));
            case GTE -> new Scalar(operators.ordered(right, left, true));
            case EQ -> new Scalar(operators.equal(left, right));
            case NE -> new Scalar(exprs.not(operators.equal(left, right)));
            case AND -> new Scalar(exprs.and(operators.truth(left), operators.truth(right)));
            case OR -> new Scalar(exprs.or(List.of(operators.truth(left), operators.truth(right))));
        };
    }

    private Expr in(InNode node, Scope scope) {
        Staged value = of(node.getValue(), scope);
        BaseNode of = node.getExprs();
        if (of instanceof ListNode list) {
            return anyOf(list.getElements(), value, scope);
        }
        if (of instanceof UnaryTestNode test) {
            return test(test, value, scope.inner().with("?", value));
        }
        Staged set = of(of, scope);
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
                    test instanceof UnaryTestNode unary ? test(unary, value, inner) : member(value, of(test, scope))));
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

    // --- the tests of a cell

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

    private Expr test(UnaryTestNode node, Staged value, Scope scope) {
        BaseNode of = node.getValue();
        return switch (node.getOperator()) {
            case LT -> exprs.isTrue(operators.ordered(value, of(of, scope), false));
            case LTE -> exprs.isTrue(operators.ordered(value, of(of, scope), true));
            case GT -> exprs.isTrue(operators.ordered(of(of, scope), value, false));
            case GTE -> exprs.isTrue(operators.ordered(of(of, scope), value, true));
            case EQ -> sameOrContained(value, of(of, scope));
            case NE -> exprs.not(sameOrContained(value, of(of, scope)));
            case IN -> contained(value, of(of, scope));
            case NOT ->
                of instanceof ListNode list
                        ? exprs.not(anyOf(list.getElements(), value, scope))
                        : exprs.not(exprs.isTrue(member(value, of(of, scope))));
            case TEST -> exprs.isTrue(operators.truth(of(of, scope)));
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
                forms.add(element instanceof UnaryTestNode test ? form(test, scope) : form(of(element, scope)));
            }
            return new Test.Not(forms.size() == 1 ? forms.get(0) : new Test.AnyOf(forms));
        }
        Staged right = of(node.getValue(), scope);
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

    // --- functions

    private Staged function(FunctionDefNode node, Scope scope) {
        if (node.isExternal()) {
            throw new OutOfProfile("外部函数", "an external function");
        }
        List<String> parameters = node.getFormalParameters().stream()
                .map(parameter -> name(parameter.getName()))
                .toList();
        return new Function(parameters, arguments -> {
            Scope inner = scope.inner();
            for (int i = 0; i < parameters.size(); i++) {
                if (!fits(arguments.get(i), node.getFormalParameters().get(i).getType())) {
                    return operators.nothing();
                }
                inner.with(parameters.get(i), arguments.get(i));
            }
            return of(node.getBody(), inner);
        });
    }

    private Staged call(FunctionInvocationNode node, Scope scope) {
        List<BaseNode> params = node.getParams().getElements();
        List<Staged> positional = new ArrayList<>();
        Map<String, Staged> named = new LinkedHashMap<>();
        String name = node.getName().getText();
        @Nullable Staged callee = callee(node.getName(), scope);
        for (BaseNode param : params) {
            if (param instanceof NamedParameterNode parameter) {
                named.put(name(parameter.getName()), of(parameter.getExpression(), scope));
            } else {
                positional.add(of(param, scope));
            }
        }
        if (callee instanceof Function function) {
            return invoke(function, positional, named);
        }
        if (callee != null) {
            return operators.nothing();
        }
        return functions.builtIn(name, positional, named);
    }

    private @Nullable Staged callee(BaseNode name, Scope scope) {
        return switch (name) {
            case NameRefNode ref -> scope.find(ref.getText());
            case QualifiedNameNode qualified ->
                scope.find(qualified.getParts().get(0).getText()) == null ? null : of(qualified, scope);
            default -> of(name, scope);
        };
    }

    Staged invoke(Function function, List<Staged> positional, Map<String, Staged> named) {
        List<Staged> arguments = new ArrayList<>();
        if (named.isEmpty()) {
            if (positional.size() != function.parameters().size()) {
                return operators.nothing();
            }
            arguments.addAll(positional);
        } else {
            if (!function.parameters().containsAll(named.keySet())) {
                return operators.nothing();
            }
            for (String parameter : function.parameters()) {
                arguments.add(named.getOrDefault(parameter, operators.nothing()));
            }
        }
        return function.body().of(arguments);
    }

    // --- lists

    Staged filtered(Staged list, BaseNode filter, Scope scope) {
        if (list instanceof Rows(String table, Staged each, Expr where)) {
            Expr condition = exprs.isTrue(operators.truth(of(filter, item(scope, each))));
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
            Staged condition = of(filter, item(scope, element.value()));
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
            return of(filter, scope);
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
        Constant known = literals.known(index);
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
        String name = name(context.getName());
        Staged from = of(context.getExpression(), scope);
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
            when context.getRangeEndExpr() != null -> counted(scalar, of(context.getRangeEndExpr(), scope));
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
                && literals.known(low) instanceof Constant start
                && literals.known(high) instanceof Constant end
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

    private Staged loop(ForExpressionNode node, Scope scope) {
        List<Element> results = new ArrayList<>();
        Scope outer = scope.inner();
        iterate(node.getIterationContexts(), 0, outer, exprs.truth, (inner, guard) -> {
            inner.with("partial", new Listed(results, exprs.truth));
            results.add(new Element(guard, of(node.getExpression(), inner)));
            limit(results.size());
        });
        return new Listed(results, exprs.truth);
    }

    private Staged quantified(QuantifiedExpressionNode node, Scope scope) {
        boolean some = node.getQuantifier() == Quantifier.SOME;
        List<Expr> parts = new ArrayList<>();
        if (node.getIterationContexts().size() == 1
                && of(node.getIterationContexts().get(0).getExpression(), scope)
                        instanceof Rows(String table, Staged each, Expr where)) {
            Scope inner =
                    scope.inner().with(name(node.getIterationContexts().get(0).getName()), each);
            Expr holds = operators.truth(of(node.getExpression(), inner));
            return new Scalar(exprs.aggregate(
                    some ? Expr.Fold.ANY : Expr.Fold.ALL,
                    table,
                    some ? exprs.isTrue(holds) : exprs.not(exprs.isTrue(exprs.not(holds))),
                    where,
                    Type.TRUTH));
        }
        iterate(node.getIterationContexts(), 0, scope, exprs.truth, (inner, guard) -> {
            Expr holds = operators.truth(of(node.getExpression(), inner));
            parts.add(some ? exprs.and(guard, exprs.isTrue(holds)) : exprs.and(guard, exprs.isTrue(exprs.not(holds))));
            limit(parts.size());
        });
        Expr any = exprs.or(parts);
        return new Scalar(some ? any : exprs.not(any));
    }

    // --- types

    /** Does an argument have the parameter's type? Types other than the simple ones are not looked at. */
    private static boolean fits(Staged value, @Nullable TypeNode type) {
        if (type == null || !(value instanceof Scalar(Expr expr)) || expr.is(Kind.NOTHING)) {
            return true;
        }
        Kind kind = kind(type.getText().trim());
        return kind == null || expr.is(kind);
    }

    private static @Nullable Kind kind(String type) {
        return switch (type) {
            case "number" -> Kind.NUMBER;
            case "string" -> Kind.TEXT;
            case "boolean" -> Kind.TRUTH;
            case "date" -> Kind.DATE;
            case "time" -> Kind.TIME;
            case "date and time" -> Kind.DATE_TIME;
            case "years and months duration" -> Kind.MONTHS;
            case "days and time duration" -> Kind.SECONDS;
            default -> null;
        };
    }

    private Staged instanceOf(InstanceOfNode node, Scope scope) {
        Staged value = of(node.getExpression(), scope);
        if (!(value instanceof Scalar(Expr expr))) {
            throw new OutOfProfile("结构值的类型判断", "the type of a list or context");
        }
        String type = node.getType().getText().trim();
        Kind kind = kind(type);
        if (kind == null && !type.equals("Any")) {
            throw new OutOfProfile("类型“" + type + "”的判断", "the type '" + type + "'");
        }
        boolean fits = kind == null || expr.is(kind);
        return new Scalar(fits ? exprs.not(exprs.isNull(expr)) : exprs.falsity);
    }
}
