package org.diaodu.rules.reasons;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.diaodu.rules.book.FeelValue;
import org.jspecify.annotations.Nullable;

/**
 * A condition that does not hold, and the change it needs.
 *
 * @param column the input expression as written
 * @param test the cell as written
 * @param value the column's FEEL value
 * @param ofInputs the same change said in single inputs from which the value is computed
 */
public record Shortfall(
        String column, String test, @Nullable Object value, Change change, List<Change.OfInput> ofInputs) {

    public String zh() {
        return column + " 为 " + shown(true) + "，须 " + test + needed(true)
                + ofInputs.stream()
                        .map(Shortfall::zh)
                        .collect(Collectors.joining("或 ", ofInputs.isEmpty() ? "" : "，即 ", ""));
    }

    public String en() {
        return column + " is " + shown(false) + ", needed is " + test + needed(false)
                + ofInputs.stream()
                        .map(Shortfall::en)
                        .collect(Collectors.joining(" or ", ofInputs.isEmpty() ? "" : ", that is ", ""));
    }

    private String shown(boolean chinese) {
        return switch (change) {
            case Change.Number number ->
                number.share() ? People.percent(number.from(), chinese) : People.number(number.from(), chinese);
            default -> FeelValue.text(value);
        };
    }

    private String needed(boolean chinese) {
        return switch (change) {
            case Change.Number number -> numberNeeded(number, chinese);
            case Change.Date date ->
                chinese
                        ? "：" + (date.days() < 0 ? "晚了 " : "早了 ") + Math.abs(date.days()) + " 天"
                        : ": " + Math.abs(date.days()) + (Math.abs(date.days()) == 1 ? " day" : " days")
                                + (date.days() < 0 ? " too late" : " too early");
            case Change.OneOf(List<Object> accepted) -> (chinese ? "：应为其一 " : ": one of ") + list(accepted, chinese);
            case Change.NoneOf(List<Object> refused) -> (chinese ? "：不得为 " : ": none of ") + list(refused, chinese);
            case Change.Truth(boolean needed) -> chinese ? "：应为" + (needed ? "是" : "否") : ": must be " + needed;
            case Change.Holding ignored -> "";
        };
    }

    private static String numberNeeded(Change.Number number, boolean chinese) {
        String sign = number.beyond() ? number.up() ? "> " : "< " : "";
        if (number.share()) {
            String target = People.percent(number.to(), chinese);
            String points = People.plain(number.difference().abs().movePointRight(2), 4, true);
            return chinese
                    ? "（" + sign + target + "）：差 " + points + " 个百分点"
                    : " (" + sign + target + "): " + points + " points " + (number.up() ? "short" : "too much");
        }
        String difference = People.change(number.difference().abs(), chinese);
        return chinese
                ? "：" + (number.up() ? "差 " : "多 ") + difference + (number.beyond() ? " 以上" : "")
                : ": " + (number.beyond() ? "over " : "") + difference + (number.up() ? " short" : " too much");
    }

    private static String list(List<Object> values, boolean chinese) {
        return values.stream().map(FeelValue::text).collect(Collectors.joining(chinese ? "、" : ", "));
    }

    private static String zh(Change.OfInput one) {
        BigDecimal by = one.change().difference();
        return one.input()
                + (by.signum() < 0 ? " 减少 " : " 增加 ")
                + People.change(by.abs(), true)
                + (one.unit() == null ? "" : one.unit());
    }

    private static String en(Change.OfInput one) {
        BigDecimal by = one.change().difference();
        return People.change(by.abs(), false)
                + (one.unit() == null ? "" : " " + (one.unit().equals("元") ? "yuan" : one.unit()))
                + (by.signum() < 0 ? " less " : " more ")
                + one.input();
    }
}
