package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.diaodu.server.returns.Verdict.Violated;
import org.jspecify.annotations.Nullable;

/** Relations between the figures of one return. */
final class ArithmeticRules {

    private ArithmeticRules() {}

    static final List<Rule> ALL = List.of(
            new Rule("GY101", Severity.MUST_HOLD, Item::required, ArithmeticRules::requiredItemIsFilled),
            new Rule("GY102", Severity.MUST_HOLD, item -> !item.mayBeNegative(), ArithmeticRules::isNotNegative),
            new Rule("GY103", Severity.MUST_HOLD, Rule.flows(), ArithmeticRules::januaryAndFebruaryAreTheYearToDate),
            new Rule(
                    "GY104",
                    Severity.MUST_HOLD,
                    item -> item.isFlow() && !item.mayBeNegative(),
                    ArithmeticRules::yearToDateIsNotBelowMonth),
            new Rule("GY105", Severity.MUST_HOLD, Rule.item("export_value"), ArithmeticRules::exportIsWithinSales),
            new Rule("GY106", Severity.EXPLAIN, Rule.item("sales_output"), ArithmeticRules::salesAreWithinOutput),
            new Rule("GY107", Severity.EXPLAIN, Rule.item("profit"), ArithmeticRules::profitFitsRevenueAndCost),
            new Rule("GY108", Severity.MUST_HOLD, Item::isFlow, ArithmeticRules::bothMonthAndYearToDateAreFilled));

    static Verdict requiredItemIsFilled(ReturnFacts facts, Item item) {
        Figure figure = facts.figures().of(item.code());
        boolean filled = figure.month() != null && (!item.isFlow() || figure.yearToDate() != null);
        return filled
                ? Verdict.HOLDS
                : new Violated(
                        item.nameZh() + "必须填报，没有发生请填 0。",
                        item.nameEn() + " must be filled in; enter 0 if there was none.",
                        "",
                        "");
    }

    static Verdict isNotNegative(ReturnFacts facts, Item item) {
        Figure figure = facts.figures().of(item.code());
        for (Column column : Column.values()) {
            BigDecimal value = figure.value(column);
            if (value != null && value.signum() < 0) {
                return new Violated(
                        item.nameZh() + column.nameZh() + "不能为负数，请核对符号；冲减以前月份请改累计数并说明。",
                        item.nameEn() + " " + column.nameEn()
                                + " cannot be negative. Maybe earlier months were revised: correct the year to date and explain.",
                        Numbers.plain(value),
                        "≥ 0");
            }
        }
        return Verdict.HOLDS;
    }

    static Verdict januaryAndFebruaryAreTheYearToDate(ReturnFacts facts, Item item) {
        if (!facts.isJanFeb()) {
            return Verdict.HOLDS;
        }
        Figure figure = facts.figures().of(item.code());
        if (differ(facts, figure.month(), figure.yearToDate())) {
            return janFeb(item, "", figure.month(), figure.yearToDate());
        }
        if (differ(facts, figure.monthBase(), figure.yearToDateBase())) {
            return janFeb(item, "上年", figure.monthBase(), figure.yearToDateBase());
        }
        return Verdict.HOLDS;
    }

    private static Verdict janFeb(Item item, String year, @Nullable BigDecimal month, @Nullable BigDecimal yearToDate) {
        return new Violated(
                "1—2月一并填报：" + item.nameZh() + year + "本期数应等于累计数。",
                "January and February are one period: " + item.nameEn() + " of the period must equal the year to date.",
                Numbers.plain(month),
                Numbers.plain(yearToDate));
    }

    static Verdict yearToDateIsNotBelowMonth(ReturnFacts facts, Item item) {
        BigDecimal month = facts.month(item.code());
        BigDecimal yearToDate = facts.yearToDate(item.code());
        if (month == null
                || yearToDate == null
                || yearToDate.add(tolerance(facts)).compareTo(month) >= 0) {
            return Verdict.HOLDS;
        }
        return new Violated(
                item.nameZh() + "累计数小于本月数，可能两栏填反了。",
                item.nameEn() + " year to date is below the month. Maybe the two columns were swapped.",
                Numbers.plain(yearToDate),
                "≥ " + Numbers.plain(month));
    }

    static Verdict bothMonthAndYearToDateAreFilled(ReturnFacts facts, Item item) {
        Figure figure = facts.figures().of(item.code());
        boolean half = (figure.month() == null) != (figure.yearToDate() == null)
                || (figure.monthBase() == null) != (figure.yearToDateBase() == null);
        if (!half || item.required() && (figure.month() == null || figure.yearToDate() == null)) {
            return Verdict.HOLDS;
        }
        return new Violated(
                item.nameZh() + "的本月数与累计数要同时填报。",
                item.nameEn() + " needs both the month and the year to date.",
                "",
                "");
    }

    static Verdict exportIsWithinSales(ReturnFacts facts, Item item) {
        for (Column column : Column.values()) {
            BigDecimal export = facts.figures().value("export_value", column);
            BigDecimal sales = facts.figures().value("sales_output", column);
            if (export != null && sales != null && export.compareTo(sales.add(tolerance(facts))) > 0) {
                return new Violated(
                        "出口交货值（" + column.nameZh() + "）不能大于工业销售产值。",
                        "Export delivery value (" + column.nameEn() + ") cannot exceed sales output.",
                        Numbers.plain(export),
                        "≤ " + Numbers.plain(sales));
            }
        }
        return Verdict.HOLDS;
    }

    static Verdict salesAreWithinOutput(ReturnFacts facts, Item item) {
        BigDecimal sales = facts.month("sales_output");
        BigDecimal output = facts.month("gross_output");
        if (sales == null || output == null) {
            return Verdict.HOLDS;
        }
        BigDecimal stock = facts.previous() == null
                ? null
                : facts.previous().of("inventory").month();
        BigDecimal bound = output.multiply(facts.settings().exact("sales_over_output_ratio"))
                .add(stock == null ? BigDecimal.ZERO : stock)
                .add(tolerance(facts));
        return sales.compareTo(bound) <= 0
                ? Verdict.HOLDS
                : new Violated(
                        "销售产值明显大于总产值与上期库存之和，请核对或说明（如集中销售库存）。",
                        "Sales output is well above gross output and last period's stock. Maybe stock was sold: explain.",
                        Numbers.plain(sales),
                        "≤ " + Numbers.plain(bound));
    }

    static Verdict profitFitsRevenueAndCost(ReturnFacts facts, Item item) {
        BigDecimal revenue = facts.yearToDate("revenue");
        BigDecimal cost = facts.yearToDate("cost");
        BigDecimal profit = facts.yearToDate("profit");
        if (revenue == null || cost == null || profit == null || revenue.signum() <= 0) {
            return Verdict.HOLDS;
        }
        BigDecimal margin = revenue.subtract(cost);
        BigDecimal above = revenue.multiply(facts.settings().exact("profit_over_margin_ratio"))
                .add(tolerance(facts));
        BigDecimal below =
                revenue.multiply(facts.settings().exact("profit_gap_ratio")).add(tolerance(facts));
        BigDecimal gap = profit.subtract(margin);
        if (gap.compareTo(above) <= 0 && gap.negate().compareTo(below) <= 0) {
            return Verdict.HOLDS;
        }
        return new Violated(
                "累计利润总额与（营业收入−营业成本）相差过大，请核对或说明（投资收益、费用、减值等）。",
                "Profit of the year to date is far from revenue minus cost. Maybe investment income or write-downs: explain.",
                Numbers.plain(profit),
                "≈ " + Numbers.plain(margin.setScale(0, RoundingMode.HALF_UP)));
    }

    static BigDecimal tolerance(ReturnFacts facts) {
        return facts.settings().exact("tolerance");
    }

    private static boolean differ(ReturnFacts facts, @Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.subtract(b).abs().compareTo(tolerance(facts)) > 0;
    }
}
