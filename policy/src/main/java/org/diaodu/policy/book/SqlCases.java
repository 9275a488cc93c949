package org.diaodu.policy.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.lake.SqlEngine;
import org.diaodu.rules.book.CaseEngine;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.book.WorkedCase;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.bulk.CaseRows;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.compile.Values;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.model.Trace;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.typed.Kind;
import org.diaodu.rules.typed.Type;
import org.jspecify.annotations.Nullable;

/** The worked cases of one version, answered by SQL: a statement for each decision gives all of them. */
public final class SqlCases implements CaseEngine {

    private static final DuckDbDialect DIALECT = new DuckDbDialect();
    private static final String CASES = "cases";

    private final Map<Map<String, @Nullable Object>, Map<String, Answer>> answers = new IdentityHashMap<>();

    private SqlCases() {}

    public static SqlCases of(RuleVersion version, SqlEngine engine) {
        SqlCases all = new SqlCases();
        List<WorkedCase> cases =
                version.cases().cases().stream().filter(WorkedCase::sound).toList();
        cases.forEach(worked -> all.answers.put(worked.inputs(), new HashMap<>()));
        if (!cases.isEmpty()) {
            version.model().decisions().forEach(decision -> all.answer(version.model(), decision, cases, engine));
        }
        return all;
    }

    private void answer(RuleModel model, String decision, List<WorkedCase> cases, SqlEngine engine) {
        List<Map<String, @Nullable Object>> rows =
                cases.stream().map(SqlCases::kept).toList();
        switch (new ModelCompiler(model, widest(rows)::get).compile(decision)) {
            case Outcome.Left left -> {
                Answer none =
                        new Answer(null, List.of("不编译 / not compiled: " + left.chinese() + " / " + left.english()));
                cases.forEach(worked -> put(worked, decision, none));
            }
            case Outcome.Carried(Compiled compiled) -> {
                BulkRule rule = BulkRule.withoutReasons(compiled);
                String statement = rule.sql(DIALECT, CASES, List.of("case"));
                String sql = "WITH " + DIALECT.quoted(CASES) + " AS ("
                        + CaseRows.sql(DIALECT, List.copyOf(compiled.inputs()), rows) + ")"
                        + (statement.startsWith("WITH ") ? ",\n" + statement.substring(5) : "\n" + statement);
                engine.query(sql, List.of(), row -> {
                    WorkedCase worked = cases.get(Math.toIntExact(row.whole("case")));
                    put(worked, decision, new Answer(rule.value(row), List.of()));
                    return worked;
                });
            }
        }
    }

    private void put(WorkedCase worked, String decision, Answer answer) {
        Objects.requireNonNull(answers.get(worked.inputs())).put(decision, answer);
    }

    private static Map<String, @Nullable Object> kept(WorkedCase worked) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        worked.inputs().forEach((name, value) -> kept.put(name, Values.kept(value)));
        return kept;
    }

    /** For each input the type that holds every figure of the cases: none is rounded before it is judged. */
    private static Map<String, Type> widest(List<Map<String, @Nullable Object>> rows) {
        Map<String, Type> widest = new HashMap<>();
        for (Map<String, @Nullable Object> row : rows) {
            row.forEach((name, value) -> {
                if (value instanceof BigDecimal number) {
                    Type type = Type.of(Kind.NUMBER, number);
                    widest.merge(name, type, (a, b) -> {
                        int scale = Math.max(a.scale(), b.scale());
                        return Type.number(Math.max(a.whole(), b.whole()) + scale, scale);
                    });
                }
            });
        }
        return widest;
    }

    @Override
    public Trace evaluate(RuleModel model, Map<String, @Nullable Object> inputs) {
        return new Trace(answers.getOrDefault(inputs, Map.of()), new ArrayList<>(), List.of());
    }
}
