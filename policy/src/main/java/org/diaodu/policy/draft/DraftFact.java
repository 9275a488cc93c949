package org.diaodu.policy.draft;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a new clause.
 *
 * @param type number, string, boolean or date
 * @param digits all digits of a number, 0 for other types
 * @param unit what a number counts, or empty
 * @param values the values a number may have, as a FEEL test; empty where it may have any
 * @param parameter whether it is a figure of the book; then {@code holder} is the parameter and {@code source} the fact
 *     that gives its day
 */
public record DraftFact(
        String name,
        String type,
        int digits,
        int places,
        String unit,
        String values,
        boolean parameter,
        String holder,
        String source) {

    private static final Pattern FORM = Pattern.compile(
            "([^:：|]+?)\\s*[:：]\\s*(number|string|boolean|date)(?:\\s*\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\))?\\s*([^|\\s]*?)\\s*(可负|至多\\s*\\d+(?:\\.\\d+)?)?");

    /**
     * Reads {@code 设备投资额: number(14,4) 万元 | 工业和信息化局 | 项目备案}, and for a figure of the book
     * {@code 一年期LPR: number(6,4) | 参数 lpr-1y | 入统日期}. A number is not below 0 unless {@code 可负} stands behind it, and
     * not above 0.3 where {@code 至多 0.3} does.
     *
     * @throws PolicyFault {@code policy.new-fact}
     */
    public static DraftFact parse(String text) {
        List<String> parts = List.of(text.strip().split("\\s*\\|\\s*"));
        Matcher head = FORM.matcher(parts.getFirst());
        if (parts.size() != 3 || !head.matches()) {
            throw new PolicyFault(
                    "policy.new-fact",
                    Place.of("--fact '" + text + "'"),
                    "读不懂。建议：写作 '设备投资额: number(14,4) 万元 | 工业和信息化局 | 项目备案'；类型为 number(总位数,小数位)、string、boolean 或 date。",
                    "it cannot be read. Maybe '设备投资额: number(14,4) 万元 | holder | source', with the type"
                            + " number(digits,places), string, boolean or date.");
        }
        boolean number = head.group(2).equals("number");
        boolean parameter = parts.get(1).startsWith("参数 ");
        return new DraftFact(
                head.group(1),
                head.group(2),
                number ? digits(head.group(3), 14) : 0,
                number ? digits(head.group(4), 4) : 0,
                number ? head.group(5) : "",
                number ? values(head.group(6)) : "",
                parameter,
                parameter ? parts.get(1).substring(3).strip() : parts.get(1),
                parts.get(2));
    }

    private static String values(@Nullable String limit) {
        if (limit == null) {
            return ">= 0, null";
        }
        return limit.equals("可负") ? "" : "[0.." + limit.substring(2).strip() + "], null";
    }

    private static int digits(@Nullable String group, int usual) {
        return group == null ? usual : Integer.parseInt(group);
    }

    /** The name of its type in the model. */
    String typeName() {
        String limited = switch (values) {
            case ">= 0, null" -> "";
            case "" -> "_可负";
            default -> "_" + name; // its own limit
        };
        return type.equals("number")
                ? "数值_" + digits + "_" + places + (unit.isEmpty() ? "" : "_" + unit) + limited
                : type;
    }

    /** Its line of the terms. */
    String terms() {
        return parameter
                ? "  " + name + ": {参数: " + holder + ", 日期: " + source + "}"
                : "  " + name + ": {持有: " + holder + ", 来源: " + source + "}";
    }
}
