package org.diaodu.server.returns;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a check answers: 代码, 级别, 提示, 提示英文, and where it has them 项目, 实际 (the value found), 关系 and 界限
 * (how it should stand to what), 上界 (the upper end of an interval).
 */
final class CheckResult {

    private static final String ABOUT = "≈";
    private static final String INTERVAL = "区间";

    private CheckResult() {}

    /** The finding, about this item unless the check names another. */
    static Finding finding(Map<?, ?> told, String item) {
        String relation = text(told, "关系");
        return new Finding(
                text(told, "代码"),
                told.get("项目") instanceof String named ? named : item,
                Severity.read(text(told, "级别")),
                text(told, "提示"),
                text(told, "提示英文"),
                relation.isEmpty() && told.get("实际") == null ? "" : Numbers.plain(number(told, "实际")),
                expected(relation, number(told, "界限"), number(told, "上界")),
                null);
    }

    private static String expected(String relation, @Nullable BigDecimal bound, @Nullable BigDecimal upper) {
        return switch (relation) {
            case "" -> "";
            case "=" -> Numbers.plain(bound);
            case ABOUT -> ABOUT + " " + Numbers.rounded(bound);
            case INTERVAL -> Numbers.rounded(bound) + " … " + Numbers.rounded(upper);
            default -> relation + " " + Numbers.plain(bound);
        };
    }

    private static String text(Map<?, ?> told, String name) {
        return told.get(name) instanceof String text ? text : "";
    }

    private static @Nullable BigDecimal number(Map<?, ?> told, String name) {
        return told.get(name) instanceof BigDecimal number ? number : null;
    }
}
