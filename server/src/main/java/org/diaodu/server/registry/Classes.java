package org.diaodu.server.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.lake.Row;
import org.diaodu.lake.SqlEngine;
import org.diaodu.rules.book.Clause;
import org.diaodu.rules.bulk.BulkRule;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.model.Answer;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.server.rulebook.RuleShelf;
import org.diaodu.server.rulebook.Rules;
import org.diaodu.standards.SizeClass;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Size classes and tiers by the rules that hold on a day: of one enterprise in the process, of many by one statement for
 * each rule, with the same answers. Revenue in 千元. Safe for many threads.
 */
@Component
public class Classes {

    public static final String SIZE = "size-class";
    public static final String TIER = "enterprise-tier";

    /** Columns of the cases. */
    public static final String KEY = "enterprise_id";

    public static final String STAFF = "从业人员";
    public static final String REVENUE = "营业收入";

    private static final String CASES = "cases";

    private final Rules rules;

    @Autowired
    Classes(RuleShelf rules) {
        this((Rules) rules);
    }

    public Classes(Rules rules) {
        this.rules = rules;
    }

    /** The text a rule comes from, as it holds on a day. */
    public Clause clause(String rule, LocalDate day) {
        return rules.rule(rule).clause(day);
    }

    /** Where one enterprise stands. */
    public Classification of(@Nullable BigDecimal staff, @Nullable BigDecimal revenue, LocalDate day) {
        return new Classification(size(answer(SIZE, staff, revenue, day)), (String) answer(TIER, staff, revenue, day));
    }

    /**
     * Where many enterprises stand, by {@value #KEY}.
     *
     * @param cases a relation with the columns {@value #KEY}, {@value #STAFF} as DECIMAL(9, 0) and {@value #REVENUE} as
     *     DECIMAL(18, 3)
     */
    public Map<Long, Classification> of(SqlEngine engine, String cases, LocalDate day) {
        Map<Long, @Nullable Object> sizes = answers(engine, cases, SIZE, day);
        Map<Long, @Nullable Object> tiers = answers(engine, cases, TIER, day);
        Map<Long, Classification> found = new HashMap<>();
        sizes.forEach((id, size) -> found.put(id, new Classification(size(size), (String) tiers.get(id))));
        return found;
    }

    private Map<Long, @Nullable Object> answers(SqlEngine engine, String cases, String rule, LocalDate day) {
        CaseRule one = rules.rule(rule).asOf(day);
        Map<Long, @Nullable Object> answers = new HashMap<>();
        if (one.outcome() instanceof Outcome.Carried(var compiled)) {
            BulkRule bulk = BulkRule.withoutReasons(compiled);
            String sql = "with " + CASES + " as (select * from " + cases + ") select * from ("
                    + bulk.sql(new DuckDbDialect(), CASES, List.of(KEY)) + ")";
            engine.query(sql, List.of(), row -> answers.put(row.whole(KEY), bulk.value(row)));
        } else {
            engine.query(
                    "select * from " + cases, List.of(), row -> answers.put(row.whole(KEY), answer(rule, row, day)));
        }
        return answers;
    }

    private @Nullable Object answer(String rule, Row row, LocalDate day) {
        return answer(rule, row.decimal(STAFF), row.decimal(REVENUE), day);
    }

    private @Nullable Object answer(
            String rule, @Nullable BigDecimal staff, @Nullable BigDecimal revenue, LocalDate day) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put(STAFF, staff);
        facts.put(REVENUE, revenue);
        Answer answer = rules.rule(rule).asOf(day).answer(facts);
        return answer.failed() ? null : answer.value();
    }

    private static @Nullable SizeClass size(@Nullable Object name) {
        return name instanceof String text ? SizeClass.parse(text) : null;
    }
}
