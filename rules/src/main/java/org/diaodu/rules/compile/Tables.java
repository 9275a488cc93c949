package org.diaodu.rules.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.compile.Compiled.Condition;
import org.diaodu.rules.compile.Compiled.Row;
import org.diaodu.rules.compile.Compiled.Table;
import org.diaodu.rules.compile.Staged.Element;
import org.diaodu.rules.compile.Staged.Entries;
import org.diaodu.rules.compile.Staged.Listed;
import org.diaodu.rules.compile.Staged.Scalar;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.typed.Expr;
import org.diaodu.rules.typed.Expr.Constant;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.OutOfProfile;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.model.api.BuiltinAggregator;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.OutputClause;
import org.kie.dmn.model.api.UnaryTests;

/** Decision tables: DMN 1.5, chapter 8.2. */
final class Tables {

    /** Pairs of rows that may match together, up to which each is tested. */
    private static final int MOST_PAIRS = 500;

    private final Stage stage;
    private final Exprs exprs;
    private final Operators operators;

    Tables(Stage stage) {
        this.stage = stage;
        this.exprs = stage.exprs;
        this.operators = stage.operators;
    }

    /** Texts that only the model's compiler can resolve: the allowed values of a column's type. */
    interface Allowed {
        @Nullable
        String of(org.kie.dmn.model.api.DMNModelInstrumentedBase element, javax.xml.namespace.@Nullable QName type);
    }

    /** The table's value; {@code asked} is true where it is asked at all, else none of its rows matches. */
    Staged of(
            DecisionTable table,
            String name,
            Scope scope,
            Place place,
            Allowed allowed,
            Expr asked,
            List<Table> trace) {
        FeelText.Reader outside = stage.reader(scope);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.getInput().size(); i++) {
            InputClause clause = table.getInput().get(i);
            Place at = place.at(place.element() + " 输入列" + (i + 1));
            String text = clause.getInputExpression().getText();
            Staged subject = stage.of(outside.expression(text, at), scope);
            Scope inner = scope.inner().with("?", subject);
            Column column = new Column(text, subject, inner, stage.reader(inner), new HashMap<>());
            columns.add(column);
        }
        List<Condition> conditions = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<Staged> results = new ArrayList<>();
        for (DecisionRule rule : table.getRule()) {
            int number = rows.size() + 1;
            List<Integer> used = new ArrayList<>();
            List<Expr> parts = new ArrayList<>(List.of(asked));
            for (int i = 0; i < columns.size(); i++) {
                String cell = cell(rule.getInputEntry(), i);
                if (cell.isEmpty() || cell.equals("-")) {
                    continue;
                }
                Place at = place.at(place.element() + " 第" + number + "行第" + (i + 1) + "列");
                int position = condition(columns.get(i), i, cell, at, conditions);
                used.add(position);
                parts.add(conditions.get(position).holds());
            }
            Place at = place.at(place.element() + " 第" + number + "行");
            results.add(outputs(table, rule, scope, outside, at));
            rows.add(new Row(
                    number,
                    used,
                    exprs.and(parts),
                    rule.getOutputEntry().stream()
                            .map(entry -> String.valueOf(entry.getText()))
                            .toList(),
                    rule.getAnnotationEntry().stream()
                            .map(note -> String.valueOf(note.getText()))
                            .toList()));
        }
        List<Compiled.Column> shown = columns.stream()
                .map(column -> new Compiled.Column(column.text, column.subject, operators.isNull(column.subject)))
                .toList();
        trace.add(new Table(name, shown, conditions, rows));
        return rows.isEmpty() ? operators.nothing() : hit(table, rows, results, scope, outside, place, allowed);
    }

    private record Column(
            String text, Staged subject, Scope scope, FeelText.Reader reader, Map<String, Integer> known) {}

    private static String cell(List<UnaryTests> entries, int index) {
        String text = index < entries.size() ? entries.get(index).getText() : null;
        return text == null ? "" : text.strip();
    }

    private int condition(Column column, int index, String cell, Place at, List<Condition> conditions) {
        Integer known = column.known.get(cell);
        if (known != null) {
            return known;
        }
        BaseNode tests = column.reader.tests(cell, at);
        Expr holds = stage.tests(tests, column.subject, column.scope);
        conditions.add(new Condition(index, cell, stage.form(tests, column.subject, column.scope), holds));
        column.known.put(cell, conditions.size() - 1);
        return conditions.size() - 1;
    }

    private Staged outputs(DecisionTable table, DecisionRule rule, Scope scope, FeelText.Reader reader, Place at) {
        if (table.getOutput().size() == 1) {
            return output(rule.getOutputEntry().get(0).getText(), scope, reader, at);
        }
        Map<String, Staged> entries = new LinkedHashMap<>();
        for (int i = 0; i < table.getOutput().size(); i++) {
            entries.put(
                    table.getOutput().get(i).getName(),
                    output(rule.getOutputEntry().get(i).getText(), scope, reader, at));
        }
        return new Entries(entries, exprs.truth);
    }

    private Staged output(@Nullable String text, Scope scope, FeelText.Reader reader, Place at) {
        return text == null || text.isBlank() || text.strip().equals("-")
                ? operators.nothing()
                : stage.of(reader.expression(text, at), scope);
    }

    // --- hit policies

    private Staged hit(
            DecisionTable table,
            List<Row> rows,
            List<Staged> results,
            Scope scope,
            FeelText.Reader reader,
            Place place,
            Allowed allowed) {
        List<List<Expr>> ranks = ranks(table, results, scope, place, allowed);
        HitPolicy policy = table.getHitPolicy();
        Expr lawful = exprs.truth;
        List<Staged> checked = new ArrayList<>(results);
        for (int i = 0; i < rows.size(); i++) {
            for (List<Expr> column : ranks) {
                Expr listed = listed(column.get(i));
                if (policy == HitPolicy.FIRST) {
                    checked.set(i, operators.either(listed, checked.get(i), operators.nothing()));
                } else {
                    lawful = exprs.and(lawful, exprs.not(exprs.and(rows.get(i).matches(), exprs.not(listed))));
                }
            }
        }
        Staged none = none(table, scope, reader, place);
        Staged result = switch (policy) {
            case UNIQUE, ANY, FIRST -> first(rows, checked, none);
            case PRIORITY -> {
                List<Integer> order = order(ranks, rows.size());
                yield first(
                        order.stream().map(rows::get).toList(),
                        order.stream().map(results::get).toList(),
                        none);
            }
            case RULE_ORDER -> many(rows, results, none);
            case OUTPUT_ORDER -> {
                List<Integer> order = order(ranks, rows.size());
                yield many(
                        order.stream().map(rows::get).toList(),
                        order.stream().map(results::get).toList(),
                        none);
            }
            case COLLECT -> collected(table, rows, results, none);
        };
        if (policy == HitPolicy.UNIQUE || policy == HitPolicy.ANY) {
            lawful = exprs.and(lawful, exprs.not(conflict(rows, results, policy == HitPolicy.ANY)));
        }
        return operators.either(lawful, result, operators.nothing());
    }

    /** Is the output among the listed values? A rank says so by not being negative, a test by being true. */
    private Expr listed(Expr rank) {
        return rank instanceof Constant constant && constant.value() instanceof BigDecimal value
                ? exprs.truth(value.signum() >= 0)
                : rank;
    }

    private Staged first(List<Row> rows, List<Staged> results, Staged none) {
        Staged result = none;
        for (int i = rows.size() - 1; i >= 0; i--) {
            result = operators.either(rows.get(i).matches(), results.get(i), result);
        }
        return result;
    }

    private Staged many(List<Row> rows, List<Staged> results, Staged none) {
        List<Element> elements = new ArrayList<>();
        List<Expr> matches = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            elements.add(new Element(rows.get(i).matches(), results.get(i)));
            matches.add(rows.get(i).matches());
        }
        return operators.either(exprs.or(matches), new Listed(elements, exprs.truth), none);
    }

    /** True where two rows match that must not: any two under UNIQUE, two with different outputs under ANY. */
    private Expr conflict(List<Row> rows, List<Staged> results, boolean unlessAlike) {
        List<Expr> pairs = new ArrayList<>();
        boolean all = Overlaps.among(rows.stream().map(Row::matches).toList(), (i, j) -> {
            Expr both = exprs.and(rows.get(i).matches(), rows.get(j).matches());
            pairs.add(
                    unlessAlike
                            ? exprs.and(both, exprs.not(exprs.isTrue(operators.alike(results.get(i), results.get(j)))))
                            : both);
            return pairs.size() <= MOST_PAIRS;
        });
        return all ? exprs.or(pairs) : moreThanOne(rows, results, unlessAlike);
    }

    /** Where too many rows could meet to say it pair by pair, the matches are counted; under ANY, the outputs. */
    private Expr moreThanOne(List<Row> rows, List<Staged> results, boolean byOutput) {
        Map<Object, List<Expr>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (byOutput && !Values.known(results.get(i))) {
                throw new OutOfProfile(
                        "太多行可能同时成立，而结果因企业而异",
                        "too many rows that may match together, with outputs that depend on the case");
            }
            groups.computeIfAbsent(byOutput ? results.get(i) : i, key -> new ArrayList<>())
                    .add(rows.get(i).matches());
        }
        List<Expr> counts = new ArrayList<>();
        for (List<Expr> matches : groups.values()) {
            counts.add(exprs.ifThen(exprs.or(matches), exprs.number(1), exprs.number(0)));
        }
        return exprs.less(exprs.number(1), sum(counts));
    }

    /** By halves, so that neither digits nor nesting grow with every term. */
    private Expr sum(List<Expr> terms) {
        int half = terms.size() / 2;
        return terms.size() == 1
                ? terms.getFirst()
                : exprs.add(sum(terms.subList(0, half)), sum(terms.subList(half, terms.size())));
    }

    private Staged none(DecisionTable table, Scope scope, FeelText.Reader reader, Place place) {
        boolean defaults = table.getOutput().stream()
                .allMatch(output -> output.getDefaultOutputEntry() != null
                        && output.getDefaultOutputEntry().getText() != null);
        if (defaults) {
            Place at = place.at(place.element() + " 默认值");
            if (table.getOutput().size() == 1) {
                return output(table.getOutput().get(0).getDefaultOutputEntry().getText(), scope, reader, at);
            }
            Map<String, Staged> entries = new LinkedHashMap<>();
            for (OutputClause output : table.getOutput()) {
                entries.put(
                        output.getName(), output(output.getDefaultOutputEntry().getText(), scope, reader, at));
            }
            return new Entries(entries, exprs.truth);
        }
        if (table.getHitPolicy() == HitPolicy.COLLECT) {
            if (table.getAggregation() == null) {
                return new Listed(List.of(), exprs.truth);
            }
            if (table.getAggregation() == BuiltinAggregator.COUNT) {
                return new Scalar(exprs.number(0));
            }
        }
        return operators.nothing();
    }

    private Staged collected(DecisionTable table, List<Row> rows, List<Staged> results, Staged none) {
        BuiltinAggregator aggregator = table.getAggregation();
        if (aggregator == null) {
            return many(rows, results, none);
        }
        if (table.getOutput().size() == 1) {
            return aggregated(aggregator, rows, results, none);
        }
        Map<String, Staged> entries = new LinkedHashMap<>();
        for (OutputClause output : table.getOutput()) {
            entries.put(
                    output.getName(),
                    aggregated(
                            aggregator,
                            rows,
                            results.stream()
                                    .map(result -> stage.property(result, output.getName()))
                                    .toList(),
                            stage.property(none, output.getName())));
        }
        return new Entries(entries, exprs.truth);
    }

    private Staged aggregated(BuiltinAggregator aggregator, List<Row> rows, List<Staged> results, Staged none) {
        if (aggregator == BuiltinAggregator.COUNT) {
            return distinctCount(rows, results, none);
        }
        Expr any = exprs.falsity;
        Expr result = exprs.nothing;
        for (int i = 0; i < rows.size(); i++) {
            if (!(results.get(i) instanceof Scalar(Expr value))) {
                throw new OutOfProfile("对结构值汇总", "an aggregate of lists or contexts");
            }
            if (aggregator == BuiltinAggregator.SUM && !value.is(Kind.NUMBER)) {
                throw new OutOfProfile("对非数值求和", "a sum of what is no number");
            }
            Expr joined = value;
            if (i > 0) { // the result so far may be a null constant
                Expr step = switch (aggregator) {
                    case SUM -> exprs.add(result, value);
                    case MIN -> exprs.extreme(true, List.of(result, value));
                    default -> exprs.extreme(false, List.of(result, value));
                };
                joined = exprs.ifThen(any, step, value);
            }
            Expr matches = rows.get(i).matches();
            result = exprs.ifThen(matches, joined, i == 0 ? exprs.nothing(value.type()) : result);
            any = exprs.or(List.of(any, matches));
        }
        return operators.either(any, new Scalar(result), none);
    }

    /** The number of different outputs among the matching rows. */
    private Staged distinctCount(List<Row> rows, List<Staged> results, Staged none) {
        Map<Staged, List<Expr>> byOutput = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!Values.known(results.get(i))) {
                throw new OutOfProfile("不同结果的个数，而结果因企业而异", "a count of different outputs that depend on the case");
            }
            byOutput.computeIfAbsent(results.get(i), key -> new ArrayList<>())
                    .add(rows.get(i).matches());
        }
        Expr count = exprs.number(0);
        for (List<Expr> matches : byOutput.values()) {
            count = exprs.add(count, exprs.ifThen(exprs.or(matches), exprs.number(1), exprs.number(0)));
        }
        List<Expr> all = rows.stream().map(Row::matches).toList();
        return operators.either(exprs.or(all), new Scalar(count), none);
    }

    // --- the order of outputs

    /**
     * For each output column with listed values, each row's position in that list, −1 where its output is not
     * listed, or a test where the output depends on the case.
     */
    private List<List<Expr>> ranks(
            DecisionTable table, List<Staged> results, Scope scope, Place place, Allowed allowed) {
        List<List<Expr>> ranks = new ArrayList<>();
        boolean ordered = table.getHitPolicy() == HitPolicy.PRIORITY || table.getHitPolicy() == HitPolicy.OUTPUT_ORDER;
        for (OutputClause output : table.getOutput()) {
            String values = output.getOutputValues() != null
                    ? output.getOutputValues().getText()
                    : allowed.of(
                            output,
                            output.getTypeRef() != null || table.getOutput().size() > 1
                                    ? output.getTypeRef()
                                    : table.getTypeRef());
            if (values == null || values.isBlank()) {
                continue;
            }
            List<Expr> column = new ArrayList<>();
            for (Staged result : results) {
                Staged value = table.getOutput().size() == 1 ? result : stage.property(result, output.getName());
                column.add(rank(value, values, scope, place));
            }
            if (ordered && column.stream().anyMatch(rank -> !rank.is(Kind.NUMBER))) {
                throw new OutOfProfile("按输出值排序，而输出因企业而异", "an order of outputs that depend on the case");
            }
            ranks.add(column);
        }
        return ranks;
    }

    private Expr rank(Staged value, String values, Scope scope, Place place) {
        Staged known = literal(value);
        Scope inner = scope.inner().with("?", known);
        BaseNode tests = stage.reader(inner).tests(values, place.at(place.element() + " 输出值"));
        if (!Values.known(known)) {
            return stage.tests(tests, known, inner);
        }
        if (tests instanceof UnaryTestListNode list && !list.isNegated()) {
            for (int i = 0; i < list.getElements().size(); i++) {
                Expr holds = stage.tests(list.getElements().get(i), known, inner);
                if (holds == exprs.truth || holds instanceof Expr.Call) {
                    if (holds != exprs.truth && !Boolean.TRUE.equals(settled(holds))) {
                        continue;
                    }
                    return exprs.number(i);
                }
            }
            return exprs.number(-1);
        }
        return stage.tests(tests, known, inner) == exprs.truth ? exprs.number(0) : exprs.number(-1);
    }

    /** A lifted literal seen again as the literal it was. */
    private Staged literal(Staged value) {
        if (value instanceof Scalar(Expr expr) && stage.literals.known(expr) instanceof Constant constant) {
            return new Scalar(constant);
        }
        return value;
    }

    private @Nullable Object settled(Expr expr) {
        return new org.diaodu.rules.typed.Evaluator().value(expr, name -> {
            Constant constant = stage.literals.columns().get(name);
            return constant == null ? null : constant.value();
        });
    }

    private static List<Integer> order(List<List<Expr>> ranks, int size) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        order.sort((a, b) -> {
            for (List<Expr> column : ranks) {
                int difference = Integer.compare(rank(column.get(a)), rank(column.get(b)));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        });
        return order;
    }

    private static int rank(Expr rank) {
        int value = ((Constant) rank).value() instanceof BigDecimal number ? number.intValue() : -1;
        return value < 0 ? Integer.MAX_VALUE : value;
    }
}
