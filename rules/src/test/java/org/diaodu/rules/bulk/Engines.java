package org.diaodu.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.diaodu.lake.DuckDb;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;

/** The same cases put to the reference engine, to the typed form and to DuckDB. */
final class Engines implements AutoCloseable {

    private static final Dialect DIALECT = new DuckDbDialect();
    private final DuckDb engine = DuckDb.over(List.of());

    /** A case of these values, in the order name, value, name, value. */
    static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            values.put(
                    String.valueOf(namesAndValues[i]),
                    value instanceof Integer || value instanceof Double ? new BigDecimal(value.toString()) : value);
        }
        return values;
    }

    /** Every combination of the values of each input. */
    static List<Map<String, @Nullable Object>> every(Map<String, List<@Nullable Object>> values) {
        List<Map<String, @Nullable Object>> cases = new ArrayList<>(List.of(Map.of()));
        for (var input : values.entrySet()) {
            List<Map<String, @Nullable Object>> longer = new ArrayList<>();
            for (Map<String, @Nullable Object> one : cases) {
                for (@Nullable Object value : input.getValue()) {
                    Map<String, @Nullable Object> next = new LinkedHashMap<>(one);
                    next.put(input.getKey(), value);
                    longer.add(next);
                }
            }
            cases = longer;
        }
        return cases;
    }

    static List<@Nullable Object> numbers(@Nullable String... numbers) {
        List<@Nullable Object> values = new ArrayList<>();
        Arrays.stream(numbers).forEach(number -> values.add(number == null ? null : new BigDecimal(number)));
        return values;
    }

    void agree(RuleModel model, List<Map<String, @Nullable Object>> cases) {
        assertThat(model.remarks()).as("remarks").noneMatch(remark -> remark.error());
        CaseRule rule = CaseRule.of(model, "d");
        assertThat(rule.outcome()).as(String.valueOf(rule.outcome())).isInstanceOf(Outcome.Carried.class);
        Compiled compiled = ((Outcome.Carried) rule.outcome()).compiled();
        List<@Nullable Object> rows = onDuckDb(compiled, cases);
        int compared = 0;
        for (int i = 0; i < cases.size(); i++) {
            Answer answer = model.evaluate("d", cases.get(i));
            Object ours = rule.answer(cases.get(i)).value();
            if (answer.failed() && ours != null) {
                assertThat(plain(rows.get(i))).as("DuckDB for " + cases.get(i)).isEqualTo(plain(ours));
                continue; // the reference gives up where the standard goes on with null
            }
            Object expected = plain(answer.value());
            compared++;
            assertThat(plain(ours)).as("typed form for " + cases.get(i)).isEqualTo(expected);
            assertThat(plain(rows.get(i))).as("DuckDB for " + cases.get(i)).isEqualTo(expected);
        }
        assertThat(compared).as("cases the reference answers").isGreaterThanOrEqualTo(cases.size() / 4);
    }

    List<@Nullable Object> onDuckDb(Compiled compiled, List<Map<String, @Nullable Object>> cases) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Map<String, List<List<Map<String, @Nullable Object>>>> children = new HashMap<>();
        for (Map<String, @Nullable Object> one : cases) {
            Map<String, @Nullable Object> row = new HashMap<>();
            one.forEach((name, value) -> put(name, value, row, children, rows.size()));
            rows.add(row);
        }
        List<Input> inputs = compiled.inputs().stream()
                .filter(input -> input.table().isEmpty())
                .toList();
        BulkRule rule = BulkRule.of(compiled);
        StringBuilder sql = new StringBuilder(
                "WITH " + DIALECT.quoted("cases") + " AS (" + CaseRows.sql(DIALECT, inputs, rows) + ")");
        for (String table : rule.childTables()) {
            List<Input> columns = compiled.inputs().stream()
                    .filter(input -> input.table().equals(table))
                    .toList();
            List<List<Map<String, @Nullable Object>>> all = new ArrayList<>(children.getOrDefault(table, List.of()));
            sql.append(", ").append(DIALECT.quoted(table)).append(" AS (");
            sql.append(CaseRows.children(DIALECT, columns, all)).append(")");
        }
        sql.append(" SELECT * FROM (")
                .append(rule.sql(DIALECT, "cases", List.of("case")))
                .append(") ORDER BY 1");
        record Held(@Nullable Object value) {}
        List<@Nullable Object> values = new ArrayList<>();
        engine.query(sql.toString(), List.of(), row -> new Held(rule.value(row)))
                .forEach(held -> values.add(held.value()));
        return values;
    }

    private static void put(
            String path,
            @Nullable Object value,
            Map<String, @Nullable Object> row,
            Map<String, List<List<Map<String, @Nullable Object>>>> children,
            int at) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> put(path + "." + key, inner, row, children, at));
        } else if (value instanceof List<?> list) {
            List<List<Map<String, @Nullable Object>>> all = children.computeIfAbsent(path, key -> new ArrayList<>());
            while (all.size() <= at) {
                all.add(List.of());
            }
            all.set(at, list.stream().map(Engines::child).toList());
        } else {
            row.put(path, Values.kept(value));
        }
    }

    private static Map<String, @Nullable Object> child(@Nullable Object element) {
        Map<String, @Nullable Object> row = new HashMap<>();
        if (element instanceof Map<?, ?> map) {
            map.forEach((key, value) -> row.put(String.valueOf(key), Values.kept(value)));
        } else {
            row.put("value", Values.kept(element));
        }
        return row;
    }

    /** One form for what is the same: numbers to the eighth place, periods by their months. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> {
                BigDecimal rounded = number.setScale(8, java.math.RoundingMode.HALF_EVEN);
                yield rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
            }
            case ChronoPeriod period -> period.get(ChronoUnit.YEARS) * 12 + period.get(ChronoUnit.MONTHS);
            case List<?> list -> {
                List<@Nullable Object> plain = new ArrayList<>();
                IntStream.range(0, list.size()).forEach(i -> plain.add(plain(list.get(i))));
                yield plain;
            }
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
                map.forEach((key, one) -> plain.put(String.valueOf(key), plain(one)));
                yield plain;
            }
            case null, default -> value;
        };
    }

    @Override
    public void close() {
        engine.close();
    }
}
