package org.diaodu.rules.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.lake.Row;
import org.diaodu.lake.RowReader;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.bulk.CaseRows;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Carried;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.sql.Dialect;
import org.diaodu.rules.typed.Evaluator;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;

/** The compiled form as SQL: all cases of a model in one statement. Its reasons are compared with the evaluator's. */
public final class BulkEngine implements Engine {

    /** Where the statement runs. */
    public interface Runs {
        <T> List<T> query(String sql, RowReader<T> reader);

        /** Lays the rows down as the table {@value #CASES}, if this engine wants them there and not in the statement. */
        default boolean lay(List<Input> columns, List<Map<String, @Nullable Object>> rows) {
            return false;
        }
    }

    /** The table of the cases; its column {@code case} counts from 0. */
    public static final String CASES = "cases";

    private static final int MESSAGE = 400;
    private final Dialect dialect;
    private final Runs engine;

    public BulkEngine(Dialect dialect, Runs engine) {
        this.dialect = dialect;
        this.engine = engine;
    }

    @Override
    public String name() {
        return dialect.name();
    }

    @Override
    public @Nullable List<Given> answers(Subject subject) {
        if (!(subject.rule().outcome() instanceof Carried(Compiled compiled))) {
            return null;
        }
        BulkRule rule = BulkRule.of(compiled);
        List<Map<String, @Nullable Object>> rows =
                subject.cases().stream().map(BulkEngine::kept).toList();
        String statement = rule.sql(dialect, CASES, List.of("case"));
        List<Input> columns = List.copyOf(compiled.inputs());
        String sql = engine.lay(columns, rows) ? statement : withCases(statement, columns, rows);
        List<Given> answers = new ArrayList<>(Collections.nCopies(rows.size(), Given.of(null)));
        try {
            engine.query(sql, row -> {
                int number = Math.toIntExact(row.whole("case"));
                answers.set(number, given(rule, compiled, row, rows.get(number)));
                return number;
            });
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            return Collections.nCopies(
                    rows.size(),
                    Given.failed(message.substring(0, Math.min(MESSAGE, message.length())) + "\n" + statement));
        }
        return answers;
    }

    private String withCases(String statement, List<Input> columns, List<Map<String, @Nullable Object>> rows) {
        return "WITH " + dialect.quoted(CASES) + " AS (" + CaseRows.sql(dialect, columns, rows) + ")"
                + (statement.startsWith("WITH ") ? ",\n" + statement.substring(5) : "\n" + statement);
    }

    private static Given given(BulkRule rule, Compiled compiled, Row row, Map<String, @Nullable Object> one) {
        String wrong = wrongReasons(rule, compiled, row, one);
        return wrong == null ? Given.of(rule.value(row)) : Given.failed(wrong);
    }

    private static @Nullable String wrongReasons(
            BulkRule rule, Compiled compiled, Row row, Map<String, @Nullable Object> one) {
        Evaluator.Run run = new Evaluator().run(one::get);
        for (int t = 0; t < compiled.tables().size(); t++) {
            Compiled.Table table = compiled.tables().get(t);
            List<Integer> matched = rule.matchedRows(t, row);
            for (Compiled.Row each : table.rows()) {
                if (matched.contains(each.number()) != Boolean.TRUE.equals(run.value(each.matches()))) {
                    return "table " + t + ": row " + each.number() + " is among the matched rows or not: " + matched;
                }
            }
            for (int c = 0; c < table.conditions().size(); c++) {
                if (rule.holds(t, c, row)
                        != Boolean.TRUE.equals(
                                run.value(table.conditions().get(c).holds()))) {
                    return "table " + t + ": condition " + c + " holds: " + rule.holds(t, c, row);
                }
            }
            for (int c = 0; c < table.columns().size(); c++) {
                if (rule.isMissing(t, c, row)
                        != Boolean.TRUE.equals(run.value(table.columns().get(c).missing()))) {
                    return "table " + t + ": column " + c + " is missing: " + rule.isMissing(t, c, row);
                }
            }
        }
        return null;
    }

    static Map<String, @Nullable Object> kept(Map<String, @Nullable Object> one) {
        Map<String, @Nullable Object> kept = new HashMap<>();
        one.forEach((name, value) -> kept.put(name, Values.kept(value)));
        return kept;
    }
}
