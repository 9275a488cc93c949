package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.diaodu.rules.book.Clause;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * The light of an enterprise in a period, with what it comes from.
 *
 * @param light the rule's answer: 红, 黄, 绿, or 数据缺失 where a figure is missing that might have turned it on
 * @param reasons why it is on, as the rule says it
 * @param missing which figures are missing, as the rule names them
 * @param clause the rule
 */
public record EnterpriseLight(
        Period period,
        String light,
        List<String> reasons,
        List<String> missing,
        Figure output,
        Figure electricity,
        Clause clause,
        Instant computedAt) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The light's colour as pages draw it; what is neither red, yellow nor green has none. */
    public String colour() {
        return switch (light) {
            case "红" -> "red";
            case "黄" -> "amber";
            case "绿" -> "green";
            default -> "grey";
        };
    }

    /** Gross output of the month, in 千元. */
    public String outputText() {
        return Numbers.plain(output.month());
    }

    public String outputYearOnYear() {
        return yearOnYear(output);
    }

    public String electricityText() {
        return Numbers.plain(electricity.month());
    }

    public String electricityYearOnYear() {
        return yearOnYear(electricity);
    }

    private static String yearOnYear(Figure figure) {
        BigDecimal month = figure.month();
        @Nullable BigDecimal base = figure.monthBase();
        return month == null || base == null || base.signum() <= 0
                ? Numbers.plain(null)
                : month.divide(base, MathContext.DECIMAL64)
                                .subtract(BigDecimal.ONE)
                                .multiply(HUNDRED)
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString()
                        + " %";
    }
}
