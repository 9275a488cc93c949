package org.diaodu.rules.compile;

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
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.OutOfProfile;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.*;
import org.kie.dmn.feel.lang.ast.RangeNode.IntervalBoundary;
import org.kie.dmn.feel.lang.types.FEELTypeRegistry;

/**
 * Runs a FEEL tree on staged values. Every node has one case below; what has none is out of the profile and says so.
 * Parts without any unknown are computed by the reference engine itself.
 */
final class Stage {

    final Exprs exprs;
    final Operators operators;
    final Literals literals;
    private final CellTests cells;
    private final Loops loops;
    private final Functions functions;
    private final FEELTypeRegistry types;
    private final Map<BaseNode, Boolean> literalFree = new IdentityHashMap<>();

    Stage(Exprs exprs, Literals literals, java.time.@Nullable LocalDate today, FEELTypeRegistry types) {
        this.exprs = exprs;
        this.types = types;
        this.operators = new Operators(exprs);
        this.literals = literals;
        this.cells = new CellTests(this);
        this.loops = new Loops(this);
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
            case InNode in -> new Scalar(cells.in(in, scope));
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
            case FilterExpressionNode filter ->
                loops.filtered(of(filter.getExpression(), scope), filter.getFilter(), scope);
            case ForExpressionNode loop -> loops.loop(loop, scope);
            case QuantifiedExpressionNode quantified -> loops.quantified(quantified, scope);
            case InstanceOfNode instance -> instanceOf(instance, scope);
            case UnaryTestListNode tests -> new Scalar(cells.tests(tests, question(scope), scope));
            case UnaryTestNode test -> new Scalar(cells.test(test, question(scope), scope));
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

    static String name(NameDefNode def) {
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

    /** The tests of a cell on a value: never null. */
    Expr tests(BaseNode node, Staged value, Scope scope) {
        return cells.tests(node, value, scope);
    }

    /** The tests of a cell in the form that knows distances. */
    Test form(BaseNode node, Staged value, Scope scope) {
        return cells.form(node, value, scope);
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
