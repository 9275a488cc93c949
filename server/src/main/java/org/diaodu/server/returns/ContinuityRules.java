package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.server.returns.Verdict.Violated;
import org.jspecify.annotations.Nullable;

/** Relations of a return with the return before it and with what was filed last year. */
final class ContinuityRules {

    private ContinuityRules() {}

    static final List<Rule> ALL = List.of(
            new Rule("GY201", Severity.EXPLAIN, Rule.flows(), ContinuityRules::yearToDateContinues),
            new Rule("GY202", Severity.EXPLAIN, Rule.every(), ContinuityRules::baseIsWhatWasFiledLastYear),
            new Rule("GY203", Severity.HINT, Rule.flows(), ContinuityRules::baseYearToDateContinues),
            new Rule("GY204", Severity.EXPLAIN, Rule.item("gross_output"), ContinuityRules::newPlantHasNoBase),
            new Rule("GY205", Severity.EXPLAIN, Rule.item("gross_output"), ContinuityRules::continuingHasABase));

    /** Year to date = last year to date + month, unless a revision of earlier months is explained. */
    static Verdict yearToDateContinues(ReturnFacts facts, Item item) {
        Figures previous = facts.previous();
        BigDecimal month = facts.month(item.code());
        BigDecimal yearToDate = facts.yearToDate(item.code());
        BigDecimal before = previous == null ? null : previous.of(item.code()).yearToDate();
        if (facts.isJanFeb() || month == null || yearToDate == null || before == null) {
            return Verdict.HOLDS;
        }
        BigDecimal expected = before.add(month);
        return within(facts, yearToDate, expected)
                ? Verdict.HOLDS
                : new Violated(
                        item.nameZh() + "累计数不等于上期累计加本月数；如修订了以前月份，请说明修订了哪个月、为什么。",
                        item.nameEn()
                                + " year to date is not last year to date plus the month. Maybe earlier months were revised: say which and why.",
                        Numbers.plain(yearToDate),
                        Numbers.plain(expected));
    }

    /** The base is what was filed last year for the same period, unless restated with a reason. */
    static Verdict baseIsWhatWasFiledLastYear(ReturnFacts facts, Item item) {
        Figures lastYear = facts.lastYear();
        if (lastYear == null) {
            return Verdict.HOLDS;
        }
        Figure figure = facts.figures().of(item.code());
        Figure filed = lastYear.of(item.code());
        String reason = figure.baseReason();
        if (reason != null && !reason.isBlank()) {
            return Verdict.HOLDS;
        }
        if (restated(facts, figure.monthBase(), filed.month())) {
            return restated(item, Column.MONTH_BASE, figure.monthBase(), filed.month());
        }
        if (restated(facts, figure.yearToDateBase(), filed.yearToDate())) {
            return restated(item, Column.YEAR_TO_DATE_BASE, figure.yearToDateBase(), filed.yearToDate());
        }
        return Verdict.HOLDS;
    }

    private static Verdict restated(Item item, Column column, @Nullable BigDecimal value, @Nullable BigDecimal filed) {
        return new Violated(
                item.nameZh() + column.nameZh() + "与上年上报数不一致；如已调整（同口径、核查修订），请写明理由。",
                item.nameEn() + " " + column.nameEn()
                        + " differs from what was filed last year. Maybe it was restated: give the reason.",
                Numbers.plain(value),
                Numbers.plain(filed));
    }

    /** Base year to date = last period's base year to date + base month. */
    static Verdict baseYearToDateContinues(ReturnFacts facts, Item item) {
        Figures previous = facts.previous();
        Figure figure = facts.figures().of(item.code());
        BigDecimal before = previous == null ? null : previous.of(item.code()).yearToDateBase();
        if (facts.isJanFeb() || before == null || figure.monthBase() == null || figure.yearToDateBase() == null) {
            return Verdict.HOLDS;
        }
        BigDecimal expected = before.add(figure.monthBase());
        return within(facts, figure.yearToDateBase(), expected)
                ? Verdict.HOLDS
                : new Violated(
                        item.nameZh() + "上年同期累计不等于上期的上年累计加上年同月。",
                        item.nameEn() + " base year to date is not last period's base plus the base month.",
                        Numbers.plain(figure.yearToDateBase()),
                        Numbers.plain(expected));
    }

    static Verdict newPlantHasNoBase(ReturnFacts facts, Item item) {
        BigDecimal base = facts.figures().of(item.code()).yearToDateBase();
        return !facts.newPlant() || base == null || base.signum() == 0
                ? Verdict.HOLDS
                : new Violated(
                        "新投产企业上年没有产值，基数应为 0；如为老厂搬迁或拆分，请说明。",
                        "A new plant had no output last year: its base is 0. Maybe it moved or was split off: explain.",
                        Numbers.plain(base),
                        "0");
    }

    static Verdict continuingHasABase(ReturnFacts facts, Item item) {
        Figure figure = facts.figures().of(item.code());
        BigDecimal base = figure.yearToDateBase();
        BigDecimal value = figure.yearToDate();
        boolean missing = base == null || base.signum() == 0;
        return facts.newPlant() || !missing || value == null || value.signum() == 0
                ? Verdict.HOLDS
                : new Violated(
                        "上年同期累计产值为 0 而本年有产值，且未列为新投产；请补填上年基数或说明。",
                        "There is output this year and no base last year, and it is not listed as a new plant: fill in the base or explain.",
                        Numbers.plain(base),
                        "> 0");
    }

    /** A base counts as restated when it differs from a filed figure, or was left out where one was filed. */
    private static boolean restated(ReturnFacts facts, @Nullable BigDecimal base, @Nullable BigDecimal filed) {
        if (filed == null) {
            return false;
        }
        return base == null ? filed.signum() != 0 : !within(facts, base, filed);
    }

    private static boolean within(ReturnFacts facts, BigDecimal value, BigDecimal expected) {
        return value.subtract(expected).abs().compareTo(ArithmeticRules.tolerance(facts)) <= 0;
    }
}
