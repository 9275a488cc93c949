package org.diaodu.rules.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.rules.compile.Compiled.Table;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Function;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.Requirements;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.OutOfProfile;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNType;
import org.kie.dmn.api.core.ast.BusinessKnowledgeModelNode;
import org.kie.dmn.api.core.ast.DMNNode;
import org.kie.dmn.api.core.ast.DecisionNode;
import org.kie.dmn.api.core.ast.DecisionServiceNode;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.ast.BusinessKnowledgeModelNodeImpl;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.ast.DecisionNodeImpl;
import org.kie.dmn.core.ast.DecisionServiceNodeImpl;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.model.api.Binding;
import org.kie.dmn.model.api.Conditional;
import org.kie.dmn.model.api.Context;
import org.kie.dmn.model.api.ContextEntry;
import org.kie.dmn.model.api.DMNElementReference;
import org.kie.dmn.model.api.DecisionService;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Expression;
import org.kie.dmn.model.api.FunctionDefinition;
import org.kie.dmn.model.api.FunctionKind;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.Invocation;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.Relation;

/**
 * Compiles the decisions of a model to the typed form. Knowledge models and services are inlined, required decisions
 * computed once. For one thread.
 */
public final class ModelCompiler {

    /** What came of a decision. */
    public sealed interface Outcome {

        /** It runs as SQL. */
        record Carried(Compiled compiled) implements Outcome {}

        /** It needs the reference engine, and why. */
        record Left(String decision, Place place, String chinese, String english) implements Outcome {}
    }

    private final RuleModel model;
    private final Exprs exprs = new Exprs();
    private final Literals literals;
    private final Stage stage;
    private final Operators operators;
    private final Tables tables;
    private final Inputs inputs;
    private final Conformance types;
    private Place place;
    private Expr asked = exprs.truth;
    private List<Table> trace = new ArrayList<>();

    /** A compiler of the model as it stands, for data whose types are as the columns say. */
    public ModelCompiler(RuleModel model, Columns columns) {
        this(model, columns, Literals.constant(), null);
    }

    /**
     * @param literals what becomes of literals
     * @param today the business date for {@code today()}, or null where no rule may ask for it
     */
    public ModelCompiler(RuleModel model, Columns columns, Literals literals, @Nullable LocalDate today) {
        this.model = model;
        this.literals = literals;
        this.stage = new Stage(exprs, literals, today, ((DMNModelImpl) model.compiled()).getTypeRegistry());
        this.operators = stage.operators;
        this.tables = new Tables(stage);
        this.inputs = new Inputs(exprs, columns, model);
        this.types = new Conformance(model, exprs, operators, this::holds);
        this.place = Place.of(model.source());
    }

    /** The decision in the typed form, or why not. */
    public Outcome compile(String decision) {
        DecisionNode node = model.compiled().getDecisionByName(decision);
        place = Place.of(model.source()).at(decision);
        if (node == null) {
            return new Outcome.Left(
                    decision, place, "没有名为“" + decision + "”的决策", "there is no decision named '" + decision + "'");
        }
        return attempt(decision, () -> new Given(Map.of()).decision(node));
    }

    /** A decision service's output: of the decision named, or of the whole service where that is null. */
    public Outcome compileService(String service, @Nullable String decision) {
        place = Place.of(model.source()).at(service);
        for (DecisionServiceNode node : model.compiled().getDecisionServices()) {
            if (node.getName().equals(service)) {
                return attempt(service, () -> {
                    Staged result = service(node, List.of());
                    return decision != null
                                    && result instanceof Entries(Map<String, Staged> of, Expr present)
                                    && of.get(decision) instanceof Staged one
                            ? one
                            : result;
                });
            }
        }
        return new Outcome.Left(
                service, place, "没有名为“" + service + "”的决策服务", "there is no decision service named '" + service + "'");
    }

    /** A knowledge model run on inputs of the case that are named as its parameters. */
    public Outcome compileKnowledge(String knowledge) {
        place = Place.of(model.source()).at(knowledge);
        BusinessKnowledgeModelNode node = model.compiled().getBusinessKnowledgeModelByName(knowledge);
        if (node == null) {
            return new Outcome.Left(
                    knowledge,
                    place,
                    "没有名为“" + knowledge + "”的业务知识模型",
                    "there is no knowledge model named '" + knowledge + "'");
        }
        return attempt(knowledge, () -> {
            Function function = (Function) new Given(Map.of()).of(node);
            FunctionDefinition logic = ((BusinessKnowledgeModelNodeImpl) node)
                    .getBusinessKnowledModel()
                    .getEncapsulatedLogic();
            List<Staged> arguments = new ArrayList<>();
            for (InformationItem parameter : logic.getFormalParameter()) {
                DMNType type = types.of(parameter, parameter.getTypeRef(), node);
                if (type == null) {
                    throw new OutOfProfile(
                            "参数“" + parameter.getName() + "”没有声明类型",
                            "the parameter '" + parameter.getName() + "' declares no type");
                }
                arguments.add(inputs.of(parameter, type));
            }
            return function.body().of(arguments);
        });
    }

    /**
     * The inputs a decision needs as columns, those of child tables too, with the types declared for them. What no column
     * can hold is left out.
     */
    public List<Expr.Input> inputs(String decision) {
        Map<String, Expr.Input> found = new LinkedHashMap<>();
        for (InputDataNode input : Requirements.inputs(model.compiled().getDecisionByName(decision))) {
            try {
                gather(inputs.of((InputData) ((DMNBaseNode) input).getSource(), input.getType()), found);
            } catch (OutOfProfile ofNoColumn) {
                // said by compile() where the decision needs it
            }
        }
        return List.copyOf(found.values());
    }

    /**
     * Whether every input the decision asks for is among the values its type allows: never null. What it compiles may be
     * joined with it, as both are made of the same expressions.
     *
     * @throws OutOfProfile where a type's tests are outside the bulk profile
     */
    public Expr allowed(String decision) {
        return new Given(Map.of())
                .allowedInputs((DecisionNodeImpl) model.compiled().getDecisionByName(decision));
    }

    /** Makes further expressions of what was compiled here. */
    public Exprs exprs() {
        return exprs;
    }

    private static void gather(Staged value, Map<String, Expr.Input> into) {
        switch (value) {
            case Scalar(Expr expr) when expr instanceof Expr.Input input -> into.put(input.toString(), input);
            case Entries(Map<String, Staged> of, Expr present) -> of.values().forEach(inner -> gather(inner, into));
            case Staged.Rows(String table, Staged each, Expr where) -> gather(each, into);
            default -> {}
        }
    }

    private interface Attempt {
        Staged run();
    }

    private Outcome attempt(String decision, Attempt attempt) {
        trace = new ArrayList<>();
        try {
            Staged value = attempt.run();
            if (!isValue(value)) {
                throw new OutOfProfile("结果是函数或明细行", "the result is a function or rows of a child table");
            }
            return new Outcome.Carried(new Compiled(model, decision, value, List.copyOf(trace)));
        } catch (OutOfProfile e) {
            return new Outcome.Left(decision, place, e.chinese(), e.english());
        } catch (RuleFault e) {
            return new Outcome.Left(decision, e.place(), e.chinese(), e.english());
        } catch (StackOverflowError e) {
            return new Outcome.Left(decision, place, "递归的函数", "a function that calls itself");
        }
    }

    private static boolean isValue(Staged value) {
        return switch (value) {
            case Function ignored -> false;
            case Staged.Rows ignored -> false;
            case Listed(List<Element> elements, Expr present) ->
                elements.stream().allMatch(element -> isValue(element.value()));
            case Entries(Map<String, Staged> of, Expr present) ->
                of.values().stream().allMatch(ModelCompiler::isValue);
            default -> true;
        };
    }

    // --- the requirements graph

    /** The elements of the graph, some of them with values given from outside as a service's parameters are. */
    private final class Given {

        private final Map<String, Staged> known;
        private final Set<String> underWay = new HashSet<>();

        Given(Map<String, Staged> given) {
            this.known = new HashMap<>(given);
        }

        Staged of(DMNNode node) {
            String key = node.getModelNamespace() + "#" + node.getId();
            Staged before = known.get(key);
            if (before != null) {
                return before;
            }
            if (!underWay.add(key)) {
                throw new OutOfProfile("决策之间循环引用", "decisions that require each other");
            }
            Staged value = switch (node) {
                case InputDataNode input -> inputs.of((InputData) ((DMNBaseNode) input).getSource(), input.getType());
                case DecisionNode decision -> decision(decision);
                case BusinessKnowledgeModelNode knowledge -> knowledge(knowledge);
                case DecisionServiceNode service ->
                    new Function(parameters(service), arguments -> service(service, arguments));
                default -> throw new OutOfProfile("元素“" + node.getName() + "”", "the element '" + node.getName() + "'");
            };
            underWay.remove(key);
            known.put(key, value);
            return value;
        }

        Staged decision(DecisionNode node) {
            Place before = place;
            place = place.at(node.getName());
            DecisionNodeImpl impl = (DecisionNodeImpl) node;
            Expression expression = impl.getDecision().getExpression();
            if (expression == null) {
                place = before;
                return operators.nothing();
            }
            Scope scope = scope(impl);
            Expr askedBefore = asked;
            asked = allowedInputs(impl);
            Staged value = types.typed(expression(expression, node.getName(), scope, node), impl.getResultType());
            value = where(asked, value);
            asked = askedBefore;
            place = before;
            return value;
        }

        /** Whether every input the decision needs is among the values its type allows; else nobody answers. */
        private Expr allowedInputs(DecisionNodeImpl node) {
            return exprs.and(Requirements.inputs(node).stream()
                    .map(input -> types.allowed(of(input), input.getType()))
                    .toList());
        }

        private Scope scope(DMNBaseNode node) {
            Scope scope = new Scope(null);
            Map<String, Map<String, Staged>> imported = new LinkedHashMap<>();
            for (DMNNode required : node.getDependencies().values()) {
                String alias = alias(node, required);
                if (alias == null) {
                    scope.with(required.getName(), of(required));
                } else {
                    imported.computeIfAbsent(alias, key -> new LinkedHashMap<>())
                            .put(required.getName(), of(required));
                }
            }
            imported.forEach((alias, entries) -> {
                if (alias.isEmpty()) {
                    entries.forEach(scope::with);
                } else {
                    scope.with(alias, new Entries(entries, exprs.truth));
                }
            });
            return scope;
        }

        private Staged knowledge(BusinessKnowledgeModelNode node) {
            BusinessKnowledgeModelNodeImpl impl = (BusinessKnowledgeModelNodeImpl) node;
            FunctionDefinition logic = impl.getBusinessKnowledModel().getEncapsulatedLogic();
            if (logic == null) {
                throw new OutOfProfile(
                        "没有内容的业务知识模型“" + node.getName() + "”",
                        "the knowledge model '" + node.getName() + "' has no logic");
            }
            Scope scope = scope(impl);
            Function function = function(logic, node.getName(), scope, node);
            DMNType result = impl.getResultType();
            scope.with(node.getName(), function);
            return new Function(
                    function.parameters(),
                    arguments -> types.typed(function.body().of(arguments), result));
        }
    }

    private Staged where(Expr condition, Staged value) {
        return condition == exprs.truth ? value : operators.either(condition, value, operators.nothing());
    }

    /** Whether the tests that a type makes of its values hold for this one. */
    private Expr holds(String tests, Staged value) {
        Scope scope = new Scope(null).with("?", value);
        return stage.tests(stage.reader(scope).tests(tests, place), value, scope);
    }

    private @Nullable String alias(DMNBaseNode node, DMNNode required) {
        if (required.getModelNamespace().equals(node.getModelNamespace())) {
            return null;
        }
        return node.getModelImportAliasFor(required.getModelNamespace(), required.getModelName())
                .orElse("");
    }

    private static List<String> parameters(DecisionServiceNode node) {
        return List.copyOf(((DecisionServiceNodeImpl) node).getInputParameters().keySet());
    }

    /** Runs a service on its arguments; without arguments its parameters are inputs of the case. */
    private Staged service(DecisionServiceNode node, List<Staged> arguments) {
        DecisionServiceNodeImpl impl = (DecisionServiceNodeImpl) node;
        Map<String, Staged> given = new HashMap<>();
        List<Expr> allowed = new ArrayList<>();
        int at = 0;
        for (DMNNode parameter : impl.getInputParameters().values()) {
            @Nullable Staged value;
            if (arguments.isEmpty()) {
                value = parameter instanceof InputDataNode input
                        ? inputs.of((InputData) ((DMNBaseNode) input).getSource(), input.getType())
                        : decisionAsInput(parameter);
            } else {
                value = types.conforming(arguments.get(at), ((DMNBaseNode) parameter).getType());
                if (value == null) {
                    return operators.nothing();
                }
                allowed.add(types.allowed(value, ((DMNBaseNode) parameter).getType()));
            }
            given.put(parameter.getModelNamespace() + "#" + parameter.getId(), value);
            at++;
        }
        Given inside = new Given(given);
        DecisionService source = impl.getDecisionService();
        Map<String, Staged> results = new LinkedHashMap<>();
        for (DMNElementReference output : source.getOutputDecision()) {
            DMNNode decision = referenced(node, output.getHref());
            results.put(decision.getName(), inside.of(decision));
        }
        Staged result = results.size() == 1 ? results.values().iterator().next() : new Entries(results, exprs.truth);
        return where(exprs.and(allowed), types.typed(result, impl.getResultType()));
    }

    private Staged decisionAsInput(DMNNode parameter) {
        throw new OutOfProfile(
                "决策服务的输入决策“" + parameter.getName() + "”由外部给出",
                "the decision '" + parameter.getName() + "' given to the service from outside");
    }

    private DMNNode referenced(DecisionServiceNode service, String href) {
        String id = href.substring(href.indexOf('#') + 1);
        String namespace = href.startsWith("#") ? service.getModelNamespace() : href.substring(0, href.indexOf('#'));
        for (DMNModel one : model.withImports()) {
            if (one.getNamespace().equals(namespace) && one.getDecisionById(id) != null) {
                return one.getDecisionById(id);
            }
        }
        throw new OutOfProfile("找不到被引用的决策 " + href, "the decision referred to as " + href + " is not there");
    }

    // --- boxed expressions

    private Staged expression(@Nullable Expression expression, String name, Scope scope, DMNNode node) {
        return switch (expression) {
            case null -> operators.nothing();
            case LiteralExpression literal ->
                literal.getText() == null || literal.getText().isBlank()
                        ? operators.nothing()
                        : stage.of(stage.reader(scope).expression(literal.getText(), place), scope);
            case DecisionTable table ->
                tables.of(
                        table,
                        name,
                        scope,
                        place,
                        (element, type) -> types.allowedValues(element, type, node),
                        asked,
                        trace);
            case Context context -> context(context, name, scope, node);
            case FunctionDefinition function -> function(function, name, scope, node);
            case Invocation invocation -> invocation(invocation, name, scope, node);
            case Relation relation -> {
                List<Element> rows = new ArrayList<>();
                for (org.kie.dmn.model.api.List row : relation.getRow()) {
                    Map<String, Staged> entries = new LinkedHashMap<>();
                    for (int i = 0; i < relation.getColumn().size(); i++) {
                        InformationItem column = relation.getColumn().get(i);
                        entries.put(
                                column.getName(),
                                types.typed(
                                        expression(row.getExpression().get(i), name, scope, node),
                                        types.of(column, column.getTypeRef(), node)));
                    }
                    rows.add(new Element(exprs.truth, new Entries(entries, exprs.truth)));
                }
                yield new Listed(rows, exprs.truth);
            }
            case org.kie.dmn.model.api.List list -> {
                List<Element> elements = new ArrayList<>();
                for (Expression element : list.getExpression()) {
                    elements.add(new Element(exprs.truth, expression(element, name, scope, node)));
                }
                yield new Listed(elements, exprs.truth);
            }
            case Conditional choice ->
                operators.either(
                        operators.truth(expression(choice.getIf().getExpression(), name, scope, node)),
                        expression(choice.getThen().getExpression(), name, scope, node),
                        expression(choice.getElse().getExpression(), name, scope, node));
            default ->
                throw new OutOfProfile(
                        "这种框式表达式不在批量范围内："
                                + expression.getClass().getInterfaces()[0].getSimpleName(),
                        "a boxed " + expression.getClass().getInterfaces()[0].getSimpleName()
                                + " is outside the bulk profile");
        };
    }

    private Staged context(Context context, String name, Scope scope, DMNNode node) {
        Map<String, Staged> entries = new LinkedHashMap<>();
        Scope inner = scope.inner();
        for (ContextEntry entry : context.getContextEntry()) {
            InformationItem variable = entry.getVariable();
            if (variable == null) {
                return expression(entry.getExpression(), name, inner, node);
            }
            Staged value = types.typed(
                    expression(entry.getExpression(), name + "." + variable.getName(), inner, node),
                    types.of(variable, variable.getTypeRef(), node));
            entries.put(variable.getName(), value);
            inner.with(variable.getName(), value);
        }
        entries.values().removeIf(Function.class::isInstance);
        return new Entries(entries, exprs.truth);
    }

    private Function function(FunctionDefinition definition, String name, Scope scope, DMNNode node) {
        if (definition.getKind() != null && definition.getKind() != FunctionKind.FEEL) {
            throw new OutOfProfile("外部函数“" + name + "”", "the external function '" + name + "'");
        }
        List<String> parameters = definition.getFormalParameter().stream()
                .map(InformationItem::getName)
                .toList();
        return new Function(parameters, arguments -> {
            Scope inner = scope.inner();
            List<Expr> allowed = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                InformationItem parameter = definition.getFormalParameter().get(i);
                DMNType type = types.of(parameter, parameter.getTypeRef(), node);
                Staged argument = types.conforming(arguments.get(i), type);
                if (argument == null) {
                    return operators.nothing();
                }
                allowed.add(types.allowed(argument, type));
                inner.with(parameters.get(i), argument);
            }
            return where(exprs.and(allowed), expression(definition.getExpression(), name, inner, node));
        });
    }

    private Staged invocation(Invocation invocation, String name, Scope scope, DMNNode node) {
        if (!(invocation.getExpression() instanceof LiteralExpression callee)) {
            throw new OutOfProfile("被调用的不是名称", "an invocation of what is no name");
        }
        Map<String, Staged> named = new LinkedHashMap<>();
        for (Binding binding : invocation.getBinding()) {
            named.put(binding.getParameter().getName(), expression(binding.getExpression(), name, scope, node));
        }
        Staged function = called(callee.getText().strip(), scope);
        if (!(function instanceof Function one)) {
            throw new OutOfProfile(
                    "未知的函数“" + callee.getText() + "”", "the function '" + callee.getText() + "' is not known here");
        }
        return stage.invoke(one, List.of(), named);
    }

    private @Nullable Staged called(String name, Scope scope) {
        Staged found = scope.find(name);
        int dot = name.indexOf('.');
        return found == null && dot > 0 && scope.find(name.substring(0, dot)) instanceof Entries(var of, Expr present)
                ? of.get(name.substring(dot + 1))
                : found;
    }

    /** The literals lifted into columns while compiling. */
    public Literals literals() {
        return literals;
    }
}
