package org.diaodu.rules.kit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.lake.SqlEngine;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.bulk.CaseRows;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.Literals;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Carried;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Left;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.typed.Expr.Input;
import org.diaodu.rules.typed.Exprs;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/**
 * The compiler put to the kit: every case becomes a row of a table whose columns have the types of the case's values, and
 * the statement runs on the engine given. The kit's models are all small and many of its cases have no inputs; lifting
 * their literals into columns makes the engine compute what would otherwise be folded away.
 */
public final class CompiledTrial implements Trial {

    private static final String CASES = "cases";

    private final SqlEngine engine;
    private final Dialect dialect;
    private final boolean lifting;

    public CompiledTrial(SqlEngine engine, Dialect dialect, boolean lifting) {
        this.engine = engine;
        this.dialect = dialect;
        this.lifting = lifting;
    }

    @Override
    public Outcome run(RuleModel model, KitCase kitCase, String node) {
        Map<String, Type> types = new HashMap<>();
        kitCase.inputs().forEach((name, value) -> type("", name, value, types));
        if (kitCase.inputs().values().stream().anyMatch(CompiledTrial::hasZone)) {
            return new Outcome.NotCompiled("a time with its zone in no column", Place.of(model.source()));
        }
        Columns columns = types::get;
        Literals literals = lifting ? Literals.lifted() : Literals.constant();
        ModelCompiler compiler = new ModelCompiler(model, columns, literals, LocalDate.now());
        ModelCompiler.Outcome outcome = switch (kitCase.invoked()) {
            case DECISION -> compiler.compile(node);
            case SERVICE -> compiler.compileService(kitCase.invocable(), node);
            case KNOWLEDGE -> compiler.compileKnowledge(kitCase.invocable());
        };
        return switch (outcome) {
            case Left left -> new Outcome.NotCompiled(left.english(), left.place());
            case Carried(Compiled compiled) -> answer(compiled, kitCase, literals);
        };
    }

    /** A value that no column holds. */
    private static boolean hasZone(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Map<?, ?> map -> map.values().stream().anyMatch(CompiledTrial::hasZone);
            case List<?> list -> list.stream().anyMatch(CompiledTrial::hasZone);
            default -> Values.typeOf(value).is(Kind.NOTHING);
        };
    }

    private Outcome answer(Compiled compiled, KitCase kitCase, Literals literals) {
        Map<String, @Nullable Object> row = new HashMap<>();
        Map<String, List<Map<String, @Nullable Object>>> children = new TreeMap<>();
        kitCase.inputs().forEach((name, value) -> cell(name, value, row, children));
        literals.columns().forEach((name, constant) -> row.put(name, constant.value()));
        List<Input> inputs = new ArrayList<>();
        Map<String, List<Input>> childInputs = new LinkedHashMap<>();
        for (Input input : compiled.inputs()) {
            if (input.table().isEmpty()) {
                inputs.add(input);
            } else {
                childInputs
                        .computeIfAbsent(input.table(), key -> new ArrayList<>())
                        .add(input);
            }
        }
        for (Input input : inputs) {
            Object value = row.get(input.name());
            if (children.containsKey(input.name())
                    || value != null && !Values.fits(value, input.type().kind())) {
                return new Outcome.NotCompiled(
                        "the case gives '" + input.name() + "' a value of another type than the model declares",
                        Place.of(compiled.model().source()));
            }
        }
        BulkRule rule = BulkRule.of(compiled);
        StringBuilder sql = new StringBuilder(
                "WITH " + dialect.quoted(CASES) + " AS (" + CaseRows.sql(dialect, inputs, List.of(row)) + ")");
        for (String table : rule.childTables()) {
            sql.append(",\n").append(dialect.quoted(table)).append(" AS (");
            sql.append(CaseRows.children(
                    dialect,
                    childInputs.getOrDefault(table, List.of()),
                    List.of(children.getOrDefault(table, List.of()))));
            sql.append(")");
        }
        String statement = rule.sql(dialect, CASES, List.of("case"));
        sql.append(statement.startsWith("WITH ") ? ",\n" + statement.substring(5) : "\n" + statement);
        try {
            return new Outcome.Answered(engine.queryOne(sql.toString(), List.of(), r -> new Held(rule.value(r)))
                    .orElseThrow()
                    .value());
        } catch (RuntimeException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private record Held(@Nullable Object value) {}

    private static void cell(
            String path,
            @Nullable Object value,
            Map<String, @Nullable Object> row,
            Map<String, List<Map<String, @Nullable Object>>> children) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> cell(path + "." + key, inner, row, children));
        } else if (value instanceof List<?> list) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (Object element : list) {
                Map<String, @Nullable Object> inner = new HashMap<>();
                if (element instanceof Map<?, ?> map) {
                    map.forEach((key, one) -> cell(String.valueOf(key), one, inner, children));
                } else {
                    inner.put("value", Values.kept(element));
                }
                rows.add(inner);
            }
            children.put(path, rows);
        } else {
            row.put(path, Values.kept(value));
        }
    }

    private static void type(String table, String path, @Nullable Object value, Map<String, Type> types) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, inner) -> type(table, path.isEmpty() ? String.valueOf(key) : path + "." + key, inner, types));
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?>) {
                    type(path, "", element, types);
                } else {
                    type(path, "value", element, types);
                }
            }
        } else if (value != null) {
            Type type = Values.typeOf(value);
            if (value instanceof BigDecimal number) {
                type = Type.of(Kind.NUMBER, number);
            }
            if (!type.is(Kind.NOTHING)) {
                types.merge(table.isEmpty() ? path : table + "." + path, type, new Exprs()::common);
            }
        }
    }
}
