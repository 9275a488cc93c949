package org.diaodu.server.rulebook.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cell of a decision table as an official reads it: ≥ 1,000,000 for {@code >= 1000000}. What it does not know it leaves. */
public record CellWords(boolean english) {

    private static final Pattern RANGE = Pattern.compile("([\\[(\\]])\\s*([^.\\s]+(?:\\.\\d+)?)\\s*\\.\\.\\s*(.+?)\\s*([\\])\\[])");
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=|!=)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*(\"[^\"]*\"|null))*");

    /** A test. */
    public String test(String text) {
        String bare = text.strip();
        Matcher range = RANGE.matcher(bare);
        Matcher compared = COMPARED.matcher(bare);
        if (bare.isEmpty() || bare.equals("-")) return english ? "any" : "不限";
        if (bare.equals("null")) return english ? "missing" : "缺数据";
        if (bare.equals("not(null)")) return english ? "present" : "有数据";
        if (range.matches()) {
            String low = (range.group(1).equals("[") ? "≥ " : "> ") + number(range.group(2));
            String high = (range.group(4).equals("]") ? "≤ " : "< ") + number(range.group(3));
            return low + (english ? " and " : "，") + high;
        }
        if (compared.matches()) return sign(compared.group(1)) + " " + number(compared.group(2));
        return TEXTS.matcher(bare).matches() ? texts(bare) : number(bare);
    }

    /** An answer. */
    public String answer(String text) {
        String bare = text.strip();
        return TEXTS.matcher(bare).matches() ? texts(bare) : number(bare);
    }

    /** Whether the cell asks nothing. */
    public boolean isOpen(String text) {
        return text.isBlank() || text.strip().equals("-");
    }

    private String texts(String text) {
        return text.replaceAll("\\s*,\\s*", english ? " or " : " 或 ")
                .replace("null", english ? "missing" : "缺数据")
                .replace("\"", "");
    }

    private static String sign(String sign) {
        return switch (sign) {
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "!=" -> "≠";
            default -> sign;
        };
    }

    private static String number(String text) {
        if (!NUMBER.matcher(text).matches()) return text;
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(new BigDecimal(text))
                .replace('-', '−');
    }
}
