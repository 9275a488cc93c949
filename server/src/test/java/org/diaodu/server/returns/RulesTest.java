package org.diaodu.server.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.rules.compile.ModelCompiler.Outcome;
import org.diaodu.server.rules.ShippedRules;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every rule of the monthly form with a worked example of a return that breaks it and one that does not. */
class RulesTest {
    private static final ShippedRules RULES = new ShippedRules();
    private static final LocalDate DAY = LocalDate.of(2022, 3, 31);
    private static final List<Item> ITEMS = List.of(
            flow("gross_output", "工业总产值", true, false),
            flow("sales_output", "工业销售产值", true, false),
            flow("export_value", "出口交货值", false, false),
            flow("revenue", "营业收入", true, false),
            flow("cost", "营业成本", true, false),
            flow("profit", "利润总额", true, true),
            flow("tax", "税金总额", false, true),
            flow("orders", "订单额", false, false),
            flow("electricity", "用电量", true, false),
            stock("receivables", "应收账款", false),
            stock("inventory", "产成品存货", false),
            stock("staff", "平均用工人数", true));

    private final Map<String, Figure> figures = new LinkedHashMap<>(SampleReturns.figures(1000, 3));
    private @Nullable Figures previous = Figures.of(SampleReturns.figures(1000, 2));
    private @Nullable Figures lastYear;
    private Map<String, double[]> history = Map.of();
    private boolean newPlant;
    private Period period = Period.month(2022, 3);

    private static Item flow(String code, String name, boolean required, boolean negative) {
        return new Item(code, 0, name, code, "千元", "thousand yuan", Item.Kind.FLOW, negative, required);
    }

    private static Item stock(String code, String name, boolean required) {
        return new Item(code, 0, name, code, "千元", "thousand yuan", Item.Kind.STOCK, false, required);
    }

    private List<String> violated() {
        return checks().judge(facts(), Map.of()).stream().map(Finding::key).toList();
    }

    private void put(String item, double month, double yearToDate) {
        Figure old = figures.getOrDefault(item, Figure.NONE);
        Figure now = Figure.of(month, yearToDate, 0, 0);
        figures.put(item, new Figure(now.month(), now.yearToDate(), old.monthBase(), old.yearToDateBase(), null));
    }

    private void stocks(String item, double value) {
        figures.put(item, Figure.stock(value, value));
    }

    @Test
    void aPlainReturnBreaksNoRule() {
        assertThat(violated()).isEmpty();
    }

    @Test
    void aRequiredItemLeftEmptyMustBeFilled() {
        figures.remove("electricity");
        assertThat(violated()).containsExactly("GY101:electricity");
        put("electricity", 0, 20);
        assertThat(violated()).doesNotContain("GY101:electricity");
    }

    @Test
    void outputCannotBeNegativeButProfitCan() {
        put("gross_output", -5, 1995);
        assertThat(violated()).contains("GY102:gross_output");
        put("gross_output", 1000, 3000);
        put("profit", -50, 150);
        assertThat(violated()).doesNotContain("GY102:profit");
    }

    @Test
    void januaryAndFebruaryAreOnePeriod() {
        period = Period.janFeb(2022);
        previous = null;
        figures.putAll(SampleReturns.figures(1000, 1));
        assertThat(violated()).isEmpty();
        put("orders", 400, 1000);
        assertThat(violated()).containsExactly("GY103:orders");
    }

    @Test
    void theYearToDateIsAtLeastTheMonth() {
        previous = null;
        put("orders", 3000, 1000);
        assertThat(violated()).containsExactly("GY104:orders");
    }

    @Test
    void exportIsPartOfSales() {
        put("export_value", 951.5, 1151.5);
        assertThat(violated()).contains("GY105:export_value");
        put("export_value", 950.5, 1150.5);
        assertThat(violated()).doesNotContain("GY105:export_value");
    }

    @Test
    void salesMayExceedOutputByWhatWasInStock() {
        // 1.2 × 1000 + stock of 500 + tolerance 1 = 1701
        put("sales_output", 1701, 3601);
        assertThat(violated()).doesNotContain("GY106:sales_output");
        put("sales_output", 1702, 3602);
        assertThat(violated()).contains("GY106:sales_output");
    }

    @Test
    void profitFitsRevenueMinusCost() {
        // revenue 3000, cost 2400: margin 600; at most 10 % of revenue above it, 30 % below
        put("profit", 701, 901);
        assertThat(violated()).doesNotContain("GY107:profit");
        put("profit", 702, 902);
        assertThat(violated()).contains("GY107:profit");
        put("profit", -502, -302);
        assertThat(violated()).contains("GY107:profit");
    }

    @Test
    void aFlowNeedsBothMonthAndYearToDate() {
        figures.put("orders", new Figure(BigDecimal.TEN, null, null, null, null));
        assertThat(violated()).containsExactly("GY108:orders");
    }

    @Test
    void theYearToDateContinuesTheLastOneUnlessExplained() {
        put("revenue", 1000, 3100);
        assertThat(violated()).containsExactly("GY201:revenue");
        ReturnFacts facts = new ReturnFacts(period, Figures.of(figures), previous, null, History.NONE, false);
        List<Finding> explained = checks().judge(facts, Map.of("GY201:revenue", "2月少计一笔"));
        assertThat(Validation.blocksFiling(explained)).isFalse();
        assertThat(Validation.blocksFiling(checks().judge(facts, Map.of()))).isTrue();
    }

    @Test
    void theBaseIsWhatWasFiledLastYearUnlessRestatedWithAReason() {
        lastYear = Figures.of(SampleReturns.figures(900, 3));
        assertThat(violated()).doesNotContain("GY202:gross_output");
        Figure output = figures.getOrDefault("gross_output", Figure.NONE);
        Figure restated =
                new Figure(output.month(), output.yearToDate(), new BigDecimal("950"), new BigDecimal("2750"), null);
        figures.put("gross_output", restated);
        previous = null;
        assertThat(violated()).contains("GY202:gross_output");
        figures.put("gross_output", restated.withReason("按同口径调整"));
        assertThat(violated()).doesNotContain("GY202:gross_output");
    }

    @Test
    void theBaseYearToDateContinuesToo() {
        Figure orders = figures.getOrDefault("orders", Figure.NONE);
        figures.put(
                "orders",
                new Figure(orders.month(), orders.yearToDate(), orders.monthBase(), new BigDecimal("2800"), null));
        assertThat(violated()).containsExactly("GY203:orders");
    }

    @Test
    void aNewPlantHasNoBaseAndAContinuingOneHas() {
        newPlant = true;
        assertThat(violated()).containsExactly("GY204:gross_output");
        newPlant = false;
        figures.put("gross_output", Figure.of(1000, 3000, 0, 0));
        previous = null;
        assertThat(violated()).contains("GY205:gross_output");
        newPlant = true;
        assertThat(violated()).doesNotContain("GY204:gross_output", "GY205:gross_output");
    }

    @Test
    void tenThousandfoldAndThousandfoldSlipsOfUnitAreAskedAbout() {
        history = Map.of("tax", new double[] {50, 52, 48, 51});
        previous = null;
        put("tax", 500_000, 500_100);
        assertThat(violated()).contains("GY301:tax").doesNotContain("GY302:tax");
        put("tax", 50_000, 50_100);
        assertThat(violated()).contains("GY302:tax").doesNotContain("GY301:tax");
        put("tax", 0.005, 100);
        assertThat(violated()).contains("GY301:tax");
        put("tax", 400, 500);
        assertThat(violated()).doesNotContain("GY301:tax", "GY302:tax");
    }

    @Test
    void aJumpBeyondTheOwnHistoryIsAskedAboutAndAnOrdinaryMonthIsNot() {
        // the median change is ln(10/10.2) = −0.0198; within ±0.05 the floor counts: e^(5 × 0.12 − 0.0198) = 1.786
        history = Map.of("electricity", new double[] {10, 10.4, 10.1, 10.5, 10.2, 10.0});
        previous = null;
        put("electricity", 17.8, 38);
        assertThat(violated()).doesNotContain("GY303:electricity");
        put("electricity", 17.9, 39);
        assertThat(violated()).contains("GY303:electricity");
        history = Map.of("electricity", new double[] {2, 6, 3, 8, 4, 10});
        assertThat(violated()).doesNotContain("GY303:electricity");
    }

    @Test
    void aMonthFarFromLastYearsIsPointedOut() {
        previous = null;
        put("gross_output", 2701, 4701);
        assertThat(violated()).contains("GY304:gross_output");
    }

    @Test
    void whatRarelyGoesTogetherIsAskedAboutOrPointedOut() {
        stocks("staff", 0);
        assertThat(violated()).containsExactly("GY401:staff");
        stocks("staff", 120);
        put("electricity", 0, 20);
        assertThat(violated()).containsExactly("GY402:electricity");
        put("electricity", 10, 30);
        previous = null;
        put("gross_output", 0, 2000);
        assertThat(violated()).contains("GY403:gross_output");
        put("gross_output", 1000, 3000);
        put("revenue", 0, 0);
        assertThat(violated()).contains("GY404:revenue");
    }

    @Test
    void receivablesAreMeasuredAgainstAYearOfRevenue() {
        // 3000 in three months is 12000 a year; 1.5 times that is 18000
        stocks("receivables", 18_000);
        assertThat(violated()).doesNotContain("GY405:receivables");
        stocks("receivables", 18_001);
        assertThat(violated()).containsExactly("GY405:receivables");
    }

    @Test
    void staffIsCountedInWholePeople() {
        stocks("staff", 120.5);
        assertThat(violated()).containsExactly("GY406:staff");
    }

    @Test
    void everyCodeIsGivenByOneRuleOnly() {
        List<String> codes = Stream.of(Checks.ABOUT_ITEMS, Checks.ABOUT_RETURNS)
                .flatMap(List::stream)
                .flatMap(rule -> codes(rule).stream())
                .toList();
        assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    private static Set<String> codes(String rule) {
        var outcome = (Outcome.Carried) RULES.rule(rule).asOf(DAY).outcome();
        return outcome.compiled().tables().getLast().rows().stream()
                .map(row -> row.outputs().getFirst())
                .collect(Collectors.toSet());
    }

    @Test
    void aPeriodThatNoVersionOfARuleCoversIsRefusedAndSaidSo() {
        assertThatThrownBy(() -> Checks.asOf(id -> RULES.rule(id).asOf(LocalDate.of(1899, 12, 31)), Checks.ABOUT_ITEMS))
                .hasMessageContaining("rules.no-version")
                .hasMessageContaining("1899-12-31");
    }

    @Test
    void aFindingSaysWhatItFoundAndHowItShouldBe() {
        put("profit", 702, 902);
        assertThat(found("GY107")).extracting(Finding::value, Finding::expected).containsExactly("902", "≈ 600");
        put("sales_output", 1702, 3602);
        assertThat(found("GY106")).extracting(Finding::value, Finding::expected).containsExactly("1702", "≤ 1701");
        figures.remove("electricity");
        assertThat(found("GY101")).extracting(Finding::value, Finding::expected).containsExactly("", "");
        assertThat(found("GY101").messageZh()).isEqualTo("用电量必须填报，没有发生请填 0。");
        assertThat(found("GY101").severity()).isEqualTo(Severity.MUST_HOLD);
        stocks("receivables", 18_001);
        assertThat(found("GY405")).extracting(Finding::value, Finding::expected).containsExactly("18001", "≤ 18000");
        history = Map.of("electricity", new double[] {10, 10.4, 10.1, 10.5, 10.2, 10.0});
        put("electricity", 17.9, 39);
        assertThat(found("GY303"))
                .extracting(Finding::value, Finding::expected)
                .containsExactly("17.9", "5.38 … 17.86");
    }

    private Finding found(String code) {
        return checks().judge(facts(), Map.of()).stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private ReturnFacts facts() {
        return new ReturnFacts(period, Figures.of(figures), previous, lastYear, new History(history), newPlant);
    }

    private static Validation checks() {
        return new Validation(
                ITEMS,
                Checks.asOf(id -> RULES.rule(id).asOf(DAY), Checks.ABOUT_ITEMS),
                Checks.asOf(id -> RULES.rule(id).asOf(DAY), Checks.ABOUT_RETURNS));
    }
}
