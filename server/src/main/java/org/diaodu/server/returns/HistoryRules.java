package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.diaodu.server.returns.Verdict.Violated;

/** A return against the enterprise's own history. */
final class HistoryRules {

    private HistoryRules() {}

    static final List<Rule> ALL = List.of(
            new Rule("GY301", Severity.EXPLAIN, HistoryRules::hasAUnit, HistoryRules::isNotTenThousandfold),
            new Rule("GY302", Severity.EXPLAIN, HistoryRules::hasAUnit, HistoryRules::isNotThousandfold),
            new Rule("GY303", Severity.EXPLAIN, HistoryRules::isWatched, HistoryRules::doesNotJump),
            new Rule("GY304", Severity.HINT, Rule.item("gross_output"), HistoryRules::yearOnYearIsOrdinary));

    private static boolean hasAUnit(Item item) {
        return !item.code().equals("staff");
    }

    private static boolean isWatched(Item item) {
        return switch (item.code()) {
            case "gross_output", "revenue", "electricity", "staff" -> true;
            default -> false;
        };
    }

    static Verdict isNotTenThousandfold(ReturnFacts facts, Item item) {
        return slip(facts, item, 10_000, "万", "ten thousand");
    }

    static Verdict isNotThousandfold(ReturnFacts facts, Item item) {
        return slip(facts, item, 1_000, "千", "thousand");
    }

    /** Near {@code factor} times the own median, or near its inverse: most likely a slip of unit. */
    private static Verdict slip(ReturnFacts facts, Item item, double factor, String zh, String en) {
        BigDecimal month = facts.month(item.code());
        double median = facts.history().median(item.code());
        if (month == null || month.signum() == 0 || Double.isNaN(median)) {
            return Verdict.HOLDS;
        }
        double value = perMonth(facts, item, month);
        if (median < facts.settings().number("unit_slip_floor")) {
            return Verdict.HOLDS;
        }
        double band = Math.min(facts.settings().number("unit_slip_band"), Math.sqrt(10));
        double ratio = Math.abs(value) / median;
        if (near(ratio, factor, band)) {
            return new Violated(
                    item.nameZh() + "约为本企业以往水平的一" + zh + "倍，可能计量单位有误（应为" + item.unitZh() + "）；确实如此请说明。",
                    item.nameEn() + " is about a " + en
                            + " times this enterprise's usual figure. Maybe the unit is wrong (it should be "
                            + item.unitEn() + ").",
                    Numbers.plain(month),
                    "≈ " + Numbers.rounded(median));
        }
        if (near(ratio, 1 / factor, band)) {
            return new Violated(
                    item.nameZh() + "约为本企业以往水平的一" + zh + "分之一，可能计量单位有误（应为" + item.unitZh() + "）；确实如此请说明。",
                    item.nameEn() + " is about one " + en
                            + "th of this enterprise's usual figure. Maybe the unit is wrong (it should be "
                            + item.unitEn() + ").",
                    Numbers.plain(month),
                    "≈ " + Numbers.rounded(median));
        }
        return Verdict.HOLDS;
    }

    private static boolean near(double ratio, double factor, double band) {
        return ratio >= factor / band && ratio < factor * band;
    }

    /**
     * The log change from the last value against median and MAD of the enterprise's own log changes (MAD × 1.4826 estimates
     * the standard deviation; Rousseeuw and Croux 1993).
     */
    static Verdict doesNotJump(ReturnFacts facts, Item item) {
        BigDecimal month = facts.month(item.code());
        double[] past = facts.history().of(item.code());
        if (month == null
                || month.signum() <= 0
                || past.length < facts.settings().number("jump_periods")) {
            return Verdict.HOLDS;
        }
        double value = perMonth(facts, item, month);
        double last = past[past.length - 1];
        double[] changes = logChanges(past);
        if (last <= 0 || changes.length < facts.settings().number("jump_periods") - 1) {
            return Verdict.HOLDS;
        }
        double middle = History.median(changes);
        double spread = 1.4826 * History.median(deviations(changes, middle));
        double deviation = Math.max(spread, facts.settings().number("jump_floor"));
        double allowed = facts.settings().number("jump_deviations") * deviation;
        double change = Math.log(value / last);
        if (Math.abs(change - middle) <= allowed) {
            return Verdict.HOLDS;
        }
        return new Violated(
                item.nameZh() + "较上期变动超出本企业历史波动范围，请核对或说明原因。",
                item.nameEn() + " changed from last period beyond this enterprise's own history: check it or explain.",
                Numbers.plain(month),
                Numbers.rounded(last * Math.exp(middle - allowed)) + " … "
                        + Numbers.rounded(last * Math.exp(middle + allowed)));
    }

    static Verdict yearOnYearIsOrdinary(ReturnFacts facts, Item item) {
        Figure figure = facts.figures().of(item.code());
        BigDecimal month = figure.month();
        BigDecimal base = figure.monthBase();
        if (month == null || base == null || month.signum() <= 0 || base.signum() <= 0) {
            return Verdict.HOLDS;
        }
        double bound = facts.settings().number("yoy_hint_ratio");
        double ratio = month.doubleValue() / base.doubleValue();
        return ratio <= bound && ratio >= 1 / bound
                ? Verdict.HOLDS
                : new Violated(
                        item.nameZh() + "同比变动很大，请留意。",
                        item.nameEn() + " is far from the same month last year.",
                        Numbers.plain(month),
                        Numbers.plain(base));
    }

    private static double perMonth(ReturnFacts facts, Item item, BigDecimal value) {
        return facts.isJanFeb() && item.isFlow() ? value.doubleValue() / 2 : value.doubleValue();
    }

    private static double[] logChanges(double[] values) {
        List<Double> changes = new ArrayList<>();
        for (int i = 1; i < values.length; i++) {
            if (values[i] > 0 && values[i - 1] > 0) {
                changes.add(Math.log(values[i] / values[i - 1]));
            }
        }
        return changes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] deviations(double[] values, double middle) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Math.abs(values[i] - middle);
        }
        return result;
    }
}
