package org.diaodu.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.diaodu.lake.DuckDb;
import org.diaodu.rules.bulk.Population.Margin;
import org.diaodu.rules.bulk.Population.RowCount;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.Compiled;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.rules.model.RuleModel;
import org.diaodu.rules.reasons.CaseRule;
import org.diaodu.rules.reasons.Change;
import org.diaodu.rules.reasons.Explanation;
import org.diaodu.rules.reasons.NearMiss;
import org.diaodu.rules.sql.DuckDbDialect;
import org.diaodu.rules.typed.Expr.Input;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final DuckDbDialect DIALECT = new DuckDbDialect();
    private static final String ITEMS =
            "<itemDefinition name=\"整\" diaodu:digits=\"9\" diaodu:scale=\"0\"><typeRef>number</typeRef></itemDefinition>";

    private static final RuleModel MODEL = Written.model(
            List.of("人:整", "收入:整", "研发:整", "行业:string"),
            ITEMS,
            "",
            Written.table(
                    "FIRST",
                    List.of("人", "研发 / 收入", "行业"),
                    "<output/>",
                    List.of(
                            ">= 300 | >= 0.05 | \"制造\" | \"大\"",
                            "[20..300) | > 0.03 | not(\"地产\") | \"中\"",
                            "< 20 | - | \"软件\", \"制造\" | \"小\"",
                            "- | - | \"地产\" | \"无\"")));

    private static Compiled compiled(RuleModel model) {
        return ((Outcome.Carried) new ModelCompiler(model, Columns.declared()).compile("d")).compiled();
    }

    private static List<Map<String, @Nullable Object>> cases(int count) {
        Random random = new Random(7);
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, @Nullable Object> one = new HashMap<>();
            one.put("人", random.nextInt(12) == 0 ? null : BigDecimal.valueOf(random.nextInt(400)));
            one.put("收入", random.nextInt(12) == 0 ? null : BigDecimal.valueOf(random.nextInt(5) * 1000L));
            one.put("研发", BigDecimal.valueOf(random.nextInt(20) * 10L));
            one.put(
                    "行业",
                    random.nextInt(12) == 0 ? null : List.of("制造", "软件", "地产").get(random.nextInt(3)));
            cases.add(one);
        }
        return cases;
    }

    private static void on(RuleModel model, List<Map<String, @Nullable Object>> cases, Consumer<DuckDb> test) {
        try (DuckDb engine = DuckDb.over(List.of())) {
            List<Input> inputs = List.copyOf(compiled(model).inputs());
            engine.execute("CREATE TABLE cases AS " + CaseRows.sql(DIALECT, inputs, cases), List.of());
            test.accept(engine);
        }
    }

    @Test
    void whatOneConditionKeepsFromARowIsWhatIsFoundCaseByCase() {
        List<Map<String, @Nullable Object>> cases = cases(600);
        CaseRule rule = CaseRule.of(MODEL, "d");
        Map<String, Long> expected = new HashMap<>();
        Map<String, List<BigDecimal>> distances = new HashMap<>();
        for (Map<String, @Nullable Object> one : cases) {
            Explanation.Table table = rule.explain(one).tables().getFirst();
            table.matched().forEach(row -> expected.merge("row " + row, 1L, Long::sum));
            for (NearMiss miss : table.nearMisses()) {
                Explanation.Row row = table.rows().get(miss.row() - 1);
                List<Integer> unmet = row.conditions().stream()
                        .filter(at -> table.conditions().get(at).verdict() != org.diaodu.rules.reasons.Verdict.HOLDS)
                        .toList();
                if (unmet.size() == 1) {
                    String name = miss.row() + " "
                            + table.conditions().get(unmet.getFirst()).text();
                    expected.merge(name + (miss.shortfalls().isEmpty() ? " missing" : ""), 1L, Long::sum);
                    if (!miss.shortfalls().isEmpty()
                            && miss.shortfalls().getFirst().change() instanceof Change.Number change) {
                        distances
                                .computeIfAbsent(name, n -> new ArrayList<>())
                                .add(change.difference().abs());
                    }
                }
            }
        }
        on(MODEL, cases, engine -> {
            Population population = Population.of(BulkRule.of(compiled(MODEL)), engine, "cases", List.of("case"));

            assertThat(population.cases()).isEqualTo(600);
            for (RowCount row : population.tables().getFirst().rows()) {
                assertThat(row.matched()).isEqualTo(expected.getOrDefault("row " + row.row(), 0L));
                for (Margin margin : row.margins()) {
                    String name = row.row() + " " + margin.text();
                    assertThat(margin.cases()).as(name).isEqualTo(expected.getOrDefault(name, 0L));
                    assertThat(margin.missing())
                            .as(name + " missing")
                            .isEqualTo(expected.getOrDefault(name + " missing", 0L));
                    List<BigDecimal> all = distances.getOrDefault(name, List.of()).stream()
                            .sorted()
                            .toList();
                    if (!all.isEmpty()) {
                        assertThat(margin.distances()).satisfies(spread -> {
                            assertThat(spread.count()).isEqualTo(all.size());
                            assertThat(spread.least()).isEqualByComparingTo(all.getFirst());
                            assertThat(spread.greatest()).isEqualByComparingTo(all.getLast());
                            assertThat(spread.median()).isBetween(spread.quarter(), spread.threeQuarters());
                        });
                    }
                }
            }
            assertThat(expected).containsKeys("1 >= 0.05", "2 > 0.03", "2 > 0.03 missing", "3 < 20");
        });
    }

    @Test
    void aCaseOneShortOfALowerBoundIsCountedAtOne() {
        Map<String, @Nullable Object> one = Engines.of("人", 299, "收入", 1000, "研发", 60, "行业", "制造");
        Map<String, @Nullable Object> other = Engines.of("人", 290, "收入", 1000, "研发", 60, "行业", "制造");
        on(MODEL, List.of(one, other), engine -> {
            Population population = Population.of(BulkRule.of(compiled(MODEL)), engine, "cases", List.of("case"));

            Margin people =
                    population.tables().getFirst().rows().getFirst().margins().getFirst();
            assertThat(people.cases()).isEqualTo(2);
            assertThat(people.distances()).satisfies(spread -> {
                assertThat(spread.least()).isEqualByComparingTo("1");
                assertThat(spread.greatest()).isEqualByComparingTo("10");
            });
        });
    }

    /** Forty rows have 81 conditions, and one mask holds 62: the first, which all rows share, stands in another than most. */
    @Test
    void aRowWhoseConditionsStandInTwoMasksMatchesWhereAllOfThemHold() {
        List<String> rows = IntStream.range(0, 40)
                .mapToObj(i -> ">= 5 | %d | < %d | %d".formatted(i, 100 - i, i))
                .toList();
        RuleModel model = Written.model(
                List.of("收入:整", "人:整", "研发:整"),
                ITEMS,
                "",
                Written.table("UNIQUE", List.of("收入", "人", "研发"), "<output/>", rows));
        List<Map<String, @Nullable Object>> cases = Engines.every(Map.of(
                "收入", Engines.numbers(null, "4", "5"),
                "人", Engines.numbers(null, "0", "19", "20", "31", "39", "40"),
                "研发", Engines.numbers(null, "60", "61", "68", "69", "80", "99", "100")));
        CaseRule rule = CaseRule.of(model, "d");
        on(model, cases, engine -> {
            BulkRule bulk = BulkRule.of(compiled(model));
            List<List<Integer>> matched = engine.query(
                    bulk.sql(DIALECT, "cases", List.of("case")) + " ORDER BY \"case\"",
                    List.of(),
                    row -> bulk.matchedRows(0, row));

            assertThat(bulk.columns()).contains("met_2");
            assertThat(matched)
                    .isEqualTo(cases.stream()
                            .map(one -> rule.explain(one).tables().getFirst().matched())
                            .toList())
                    .contains(List.of(1), List.of(20), List.of(32), List.of(40), List.of());
        });
    }

    @Test
    void twoVersionsAreComparedCaseByCaseWithTheirTotals() {
        RuleModel before = amount(">= 100 | 50", "< 100 | 10");
        RuleModel after = amount(">= 80 | 50", "< 80 | 10");
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        for (int people : new int[] {10, 79, 80, 99, 100, 500}) {
            cases.add(Engines.of("人", people));
        }
        cases.add(Engines.of("人", null));
        on(before, cases, engine -> {
            Comparison comparison = Comparison.of(
                    BulkRule.withoutReasons(compiled(before)),
                    BulkRule.withoutReasons(compiled(after)),
                    engine,
                    DIALECT,
                    "cases",
                    "case",
                    1);

            assertThat(comparison.cases()).isEqualTo(7);
            assertThat(comparison.changed()).isEqualTo(2);
            assertThat(comparison.transitions()).containsExactly(new Comparison.Transition("10", "50", 2));
            assertThat(comparison.listed()).extracting(Comparison.Changed::key).containsExactly("2");
            // 2 × 50 + 4 × 10 before, 4 × 50 + 2 × 10 after
            assertThat(comparison.sums())
                    .containsOnlyKeys("value")
                    .containsEntry("value", new Comparison.Sum(new BigDecimal("140"), new BigDecimal("220")));
        });
    }

    private static RuleModel amount(String... rows) {
        return Written.model(
                List.of("人:整"), ITEMS, "", Written.table("UNIQUE", List.of("人"), "<output/>", List.of(rows)));
    }

    @Test
    void namesAndTextsNeverLeaveTheirQuotes() {
        String name = "a\"; DROP TABLE cases; -- ";
        for (String text : List.of("'; DROP TABLE cases; --", "x\ny", "\\' OR 1=1 --", "\u202Eabc\u2028", "\"", "$$")) {
            String feel =
                    "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
            RuleModel model = Written.model(
                    List.of("人:整", "行业:string"),
                    ITEMS,
                    "",
                    Written.table("FIRST", List.of("行业"), "<output/>", List.of(feel + " | " + feel, "- | \"other\"")));
            on(model, List.of(Engines.of("行业", text), Engines.of("行业", "y")), engine -> {
                BulkRule rule = BulkRule.of(compiled(model));
                String sql = rule.sql(DIALECT, "cases", List.of("case"));
                assertThat(engine.query(sql, List.of(), row -> String.valueOf(rule.value(row))))
                        .containsExactly(text, "other");
                assertThat(engine.queryOne("SELECT count(*) FROM cases", List.of(), row -> row.whole(0)))
                        .contains(2L);
            });
            String spark =
                    BulkRule.of(compiled(model)).sql(new org.diaodu.rules.sql.SparkDialect(), "cases", List.of(name));
            assertThat(spark).contains("'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'");
        }
        assertThat(DIALECT.quoted(name)).isEqualTo("\"a\"\"; DROP TABLE cases; -- \"");
        assertThat(new org.diaodu.rules.sql.SparkDialect().quoted("a`b")).isEqualTo("`a``b`");
    }
}
