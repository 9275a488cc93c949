package org.diaodu.server.returns.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.returns.Column;
import org.diaodu.server.returns.Figure;
import org.diaodu.server.returns.Finding;
import org.diaodu.server.returns.FormFields;
import org.diaodu.server.returns.Item;
import org.diaodu.server.returns.ReturnFiling.Outcome.NotFiled;
import org.diaodu.server.returns.ReturnView;
import org.diaodu.server.returns.Severity;
import org.jspecify.annotations.Nullable;

/** What the form says beside each item while it is typed: last period, what the year to date should be, the rules. */
public record FormHints(String item, List<Line> lines) {
    private static final String MISSING = "GY101";

    /** One line; {@code mark} is plain, explain or must. */
    public record Line(String mark, String zh, String en) {}

    static List<FormHints> of(List<Item> items, ReturnView view, NotFiled checked) {
        List<FormHints> hints = new ArrayList<>();
        for (Item item : items) {
            List<Line> lines = new ArrayList<>();
            Figure figure = checked.read().figures().of(item.code());
            arithmetic(item, view, figure, lines);
            checked.read().misread().stream()
                    .filter(misread -> misread.field().startsWith(item.code() + "."))
                    .forEach(misread -> lines.add(new Line("must", misread.zh(), misread.en())));
            checked.findings().stream()
                    .filter(finding -> finding.item().equals(item.code())
                            && !finding.code().equals(MISSING))
                    .forEach(finding -> lines.add(new Line(
                            finding.severity() == Severity.MUST_HOLD ? "must" : "explain",
                            finding.messageZh(),
                            finding.messageEn())));
            hints.add(new FormHints(item.code(), lines));
        }
        return hints;
    }

    private static void arithmetic(Item item, ReturnView view, Figure figure, List<Line> lines) {
        Figure previous =
                view.previous() == null ? Figure.NONE : view.previous().of(item.code());
        BigDecimal last = previous.month();
        if (last != null) {
            lines.add(new Line("plain", "上期 " + plain(last), "last period " + plain(last)));
        }
        BigDecimal before = previous.yearToDate();
        BigDecimal month = figure.month();
        if (item.isFlow() && before != null && month != null) {
            String sum = plain(before.add(month));
            lines.add(new Line(
                    "plain",
                    "累计应为 " + plain(before) + " + " + plain(month) + " = " + sum,
                    "year to date " + plain(before) + " + " + plain(month) + " = " + sum));
        }
        String growth = growth(month, figure.monthBase());
        if (growth != null) {
            lines.add(new Line("plain", "同比 " + growth, "year on year " + growth));
        }
    }

    private static @Nullable String growth(@Nullable BigDecimal value, @Nullable BigDecimal base) {
        if (value == null || base == null || base.signum() <= 0) {
            return null;
        }
        BigDecimal percent =
                value.subtract(base).multiply(BigDecimal.valueOf(100)).divide(base, 1, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : percent.signum() < 0 ? "−" : "")
                + percent.abs().toPlainString() + "%";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** What keeps the form from being filed, by the field to mend. */
    static Map<String, String> errors(NotFiled outcome, boolean english) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FormFields.Misread misread : outcome.read().misread()) {
            errors.put(misread.field(), "“" + misread.value() + "” " + (english ? misread.en() : misread.zh()));
        }
        for (Finding finding : outcome.findings()) {
            if (finding.severity() == Severity.MUST_HOLD) {
                errors.putIfAbsent(
                        finding.item() + "." + Column.MONTH.code(),
                        english ? finding.messageEn() : finding.messageZh());
            }
        }
        return errors;
    }
}
