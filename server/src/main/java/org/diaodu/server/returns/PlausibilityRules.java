package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.List;
import org.diaodu.server.returns.Verdict.Violated;
import org.jspecify.annotations.Nullable;

/** What rarely goes together in one return. */
final class PlausibilityRules {

    private PlausibilityRules() {}

    static final List<Rule> ALL = List.of(
            new Rule("GY401", Severity.EXPLAIN, Rule.item("staff"), PlausibilityRules::outputNeedsStaff),
            new Rule("GY402", Severity.HINT, Rule.item("electricity"), PlausibilityRules::outputNeedsElectricity),
            new Rule("GY403", Severity.HINT, Rule.item("gross_output"), PlausibilityRules::electricityMeansOutput),
            new Rule("GY404", Severity.HINT, Rule.item("revenue"), PlausibilityRules::outputMeansRevenue),
            new Rule("GY405", Severity.HINT, Rule.item("receivables"), PlausibilityRules::receivablesAreWithinRevenue),
            new Rule("GY406", Severity.MUST_HOLD, Rule.item("staff"), PlausibilityRules::staffIsAWholeNumber));

    static Verdict outputNeedsStaff(ReturnFacts facts, Item item) {
        return positive(facts.month("gross_output")) && zero(facts.month("staff"))
                ? new Violated(
                        "有产值而用工人数为 0，请补填人数或说明（如全部劳务外包）。",
                        "There is output and no staff. Maybe all work is contracted out: explain.",
                        "0",
                        "> 0")
                : Verdict.HOLDS;
    }

    static Verdict outputNeedsElectricity(ReturnFacts facts, Item item) {
        return positive(facts.month("gross_output")) && zero(facts.month("electricity"))
                ? new Violated(
                        "有产值而用电量为 0，请核对是否漏填或为自备电。",
                        "There is output and no electricity. Maybe it was left out, or the plant makes its own.",
                        "0",
                        "> 0")
                : Verdict.HOLDS;
    }

    static Verdict electricityMeansOutput(ReturnFacts facts, Item item) {
        return zero(facts.month("gross_output")) && positive(facts.month("electricity"))
                ? new Violated(
                        "用电而产值为 0，请核对是否停产检修。",
                        "Electricity was used and there is no output. Maybe the plant was being overhauled.",
                        "0",
                        "> 0")
                : Verdict.HOLDS;
    }

    static Verdict outputMeansRevenue(ReturnFacts facts, Item item) {
        return positive(facts.yearToDate("gross_output")) && zero(facts.yearToDate("revenue"))
                ? new Violated("累计有产值而营业收入为 0，请核对。", "There is output in the year to date and no revenue.", "0", "> 0")
                : Verdict.HOLDS;
    }

    static Verdict receivablesAreWithinRevenue(ReturnFacts facts, Item item) {
        BigDecimal receivables = facts.month("receivables");
        BigDecimal revenue = facts.yearToDate("revenue");
        if (receivables == null || revenue == null || revenue.signum() <= 0) {
            return Verdict.HOLDS;
        }
        int months = facts.period().last().getMonthValue();
        double year = revenue.doubleValue() * 12 / months;
        double bound = year * facts.settings().number("receivables_ratio");
        return receivables.doubleValue() <= bound
                ? Verdict.HOLDS
                : new Violated(
                        "应收账款超过折年营业收入较多，请留意回款。",
                        "Receivables are well above a year of revenue.",
                        Numbers.plain(receivables),
                        "≤ " + Numbers.rounded(bound));
    }

    static Verdict staffIsAWholeNumber(ReturnFacts facts, Item item) {
        BigDecimal staff = facts.month("staff");
        return staff == null || staff.stripTrailingZeros().scale() <= 0
                ? Verdict.HOLDS
                : new Violated("用工人数应为整数。", "Staff is a whole number.", Numbers.plain(staff), "");
    }

    private static boolean positive(@Nullable BigDecimal value) {
        return value != null && value.signum() > 0;
    }

    private static boolean zero(@Nullable BigDecimal value) {
        return value != null && value.signum() == 0;
    }
}
