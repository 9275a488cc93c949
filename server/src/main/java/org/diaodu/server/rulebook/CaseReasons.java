package org.diaodu.server.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.CaseTable;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.compile.Staged;
import org.diaodu.rules.compile.Test;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.TableHit;
import org.diaodu.rules.model.Trace;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;

/** Puts one case to a version and says why the answer is what it is. */
public final class CaseReasons {

    private static final int NEAREST = 3;
    private static final Evaluator EVALUATOR = new Evaluator();

    private CaseReasons() {}

    /** A case as typed: its values, and what of it could not be read, in both languages. */
    public record Typed(Map<String, @Nullable Object> inputs, List<String> zh, List<String> en) {}

    /** Reads values typed by people, by the headings a {@code cases.csv} has. */
    public static Typed read(RuleVersion version, Map<String, String> typed) {
        List<String> columns = new ArrayList<>(List.of(CaseGrid.CASE));
        List<String> row = new ArrayList<>(List.of("1"));
        typed.forEach((heading, text) -> {
            columns.add(heading);
            row.add(text.strip());
        });
        String csv = new CaseGrid(columns, List.of(row)).csv();
        CaseTable table = CaseTable.read(
                version.rule(), version.model(), csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Map<String, @Nullable Object> inputs =
                table.cases().isEmpty() ? Map.of() : table.cases().getFirst().inputs();
        return new Typed(
                inputs,
                table.faults().stream()
                        .map(f -> f.column() + "：" + f.message().zh() + "，" + f.advice().zh())
                        .toList(),
                table.faults().stream()
                        .map(f -> f.column() + ": " + f.message().en() + "; " + f.advice().en())
                        .toList());
    }

    /** The answer for this case with its reasons. */
    public static CaseAnswer of(RuleVersion version, Map<String, ? extends @Nullable Object> inputs) {
        CaseRule rule = CaseRule.of(version.model(), version.clause().decision());
        Answer answer = rule.answer(inputs);
        return switch (rule.outcome()) {
            case Outcome.Carried(Compiled compiled) ->
                new CaseAnswer(
                        AnswerText.of(answer), answer.failed(), true, tables(version, compiled, new Given(inputs)));
            case Outcome.Left left -> {
                Trace trace = version.model().trace(inputs);
                yield new CaseAnswer(AnswerText.of(answer), answer.failed(), false, hits(trace));
            }
        };
    }

    private static List<CaseAnswer.Table> hits(Trace trace) {
        List<CaseAnswer.Table> tables = new ArrayList<>();
        for (TableHit hit : trace.hits()) {
            tables.add(new CaseAnswer.Table(hit.table(), List.of(), hit.matched(), List.of()));
        }
        return tables;
    }

    private static List<CaseAnswer.Table> tables(RuleVersion version, Compiled compiled, Given given) {
        Evaluator.Run run = EVALUATOR.run(given);
        List<CaseAnswer.Table> tables = new ArrayList<>();
        for (Compiled.Table table : compiled.tables()) {
            tables.add(table(table, answersOnce(version, table.name()), run));
        }
        return tables;
    }

    /** Whether the first row that matches answers alone. */
    private static boolean answersOnce(RuleVersion version, String table) {
        return version.model().definitions().getDrgElement().stream()
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .filter(decision -> table.equals(decision.getName()))
                .anyMatch(decision -> decision.getExpression() instanceof DecisionTable written
                        && written.getHitPolicy() == HitPolicy.FIRST);
    }

    private static CaseAnswer.Table table(Compiled.Table table, boolean once, Evaluator.Run run) {
        List<CaseAnswer.Value> values = new ArrayList<>();
        for (Compiled.Column column : table.columns()) {
            boolean missing = Boolean.TRUE.equals(run.value(column.missing()));
            values.add(new CaseAnswer.Value(column.text(), missing ? "–" : AnswerText.of(value(column, run)), missing));
        }
        List<CaseAnswer.Row> rows = new ArrayList<>();
        for (Compiled.Row row : table.rows()) {
            boolean answered = once && rows.stream().anyMatch(CaseAnswer.Row::matched);
            rows.add(row(table, row, answered, values, run));
        }
        List<Integer> matched = rows.stream()
                .filter(CaseAnswer.Row::matched)
                .map(CaseAnswer.Row::number)
                .toList();
        List<CaseAnswer.Row> shown = new ArrayList<>(
                rows.stream().filter(CaseAnswer.Row::matched).toList());
        rows.stream()
                .filter(row -> !row.matched())
                .sorted(Comparator.comparing(CaseAnswer.Row::failing))
                .limit(NEAREST)
                .forEach(shown::add);
        return new CaseAnswer.Table(table.name(), values, matched, shown);
    }

    private static CaseAnswer.Row row(
            Compiled.Table table,
            Compiled.Row row,
            boolean answered,
            List<CaseAnswer.Value> values,
            Evaluator.Run run) {
        List<CaseAnswer.Condition> conditions = new ArrayList<>();
        for (int index : row.conditions()) {
            Compiled.Condition condition = table.conditions().get(index);
            CaseAnswer.Value value = values.get(condition.column());
            boolean met = Boolean.TRUE.equals(run.value(condition.holds()));
            String verdict = met ? "MET" : value.missing() ? "MISSING" : "NOT";
            String change = verdict.equals("NOT")
                    ? change(condition.test(), value(table.columns().get(condition.column()), run), run)
                    : "";
            conditions.add(new CaseAnswer.Condition(value.column(), condition.text(), value.value(), verdict, change));
        }
        int failing = (int) conditions.stream()
                .filter(condition -> !condition.verdict().equals("MET"))
                .count();
        boolean matched = !answered && Boolean.TRUE.equals(run.value(row.matches()));
        return new CaseAnswer.Row(
                row.number(), matched, failing, conditions, String.join(" · ", row.outputs()));
    }

    /** How far a number is from the bound it misses: +200 or −0.5; empty for other tests. */
    private static String change(Test test, @Nullable Object value, Evaluator.Run run) {
        if (!(value instanceof BigDecimal number)) {
            return "";
        }
        Expr bound = switch (test) {
            case Test.Compared compared -> compared.bound();
            case Test.Within within -> {
                Expr low = within.low();
                Object floor = low == null ? null : run.value(low);
                yield floor instanceof BigDecimal least && number.compareTo(least) < 0 ? low : within.high();
            }
            default -> null;
        };
        Object to = bound == null ? null : run.value(bound);
        if (!(to instanceof BigDecimal target)) {
            return "";
        }
        BigDecimal by = target.subtract(number);
        return (by.signum() < 0 ? "−" : "+") + AnswerText.of(by.abs());
    }

    private static @Nullable Object value(Compiled.Column column, Evaluator.Run run) {
        return column.subject() instanceof Staged.Scalar(Expr expr)
                ? Values.feel(run.value(expr), expr.type().kind())
                : null;
    }

    /** Inputs by path; lists of structures as child tables. */
    private static final class Given implements Evaluator.Case {
        private final Map<String, @Nullable Object> values = new HashMap<>();
        private final Map<String, List<Map<String, @Nullable Object>>> tables = new HashMap<>();

        Given(Map<String, ? extends @Nullable Object> inputs) {
            inputs.forEach(this::put);
        }

        private void put(String path, @Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, inner) -> put(path + "." + key, inner));
            } else if (value instanceof Collection<?> list) {
                tables.put(path, list.stream().map(Given::row).toList());
            } else {
                values.put(path, Values.kept(value));
            }
        }

        private static Map<String, @Nullable Object> row(@Nullable Object element) {
            Map<String, @Nullable Object> row = new HashMap<>();
            if (element instanceof Map<?, ?> map) {
                map.forEach((key, value) -> row.put(String.valueOf(key), Values.kept(value)));
            } else {
                row.put("value", Values.kept(element));
            }
            return row;
        }

        @Override
        public @Nullable Object value(String input) {
            return values.get(input);
        }

        @Override
        public List<Map<String, @Nullable Object>> rows(String table) {
            return tables.getOrDefault(table, List.of());
        }
    }
}
