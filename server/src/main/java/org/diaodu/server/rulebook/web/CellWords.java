package org.diaodu.server.rulebook.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cell of a decision table as an official reads it: ≥ 1,000,000 for {@code >= 1000000}. What it does not know it leaves. */
public record CellWords(boolean english) {

    private static final Pattern RANGE =
            Pattern.compile("([\\[(\\]])\\s*([^.\\s]+(?:\\.\\d+)?)\\s*\\.\\.\\s*(.+?)\\s*([\\])\\[])");
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=|!=)\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern PARTED = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"([\\s,·]+\"[^\"]*\")*");

    /** A test, or several of which one is enough. */
    public String test(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || bare.equals("-")) return english ? "any" : "不限";
        if (bare.equals("not(null)")) return english ? "present" : "有数据";
        List<String> parts = new ArrayList<>();
        for (String part : PARTED.split(bare, -1)) {
            String said = one(part.strip());
            if (said == null) return bare;
            parts.add(said);
        }
        return String.join(english ? " or " : " 或 ", parts);
    }

    /** One test in words, or null where it is of another form. */
    private @Nullable String one(String bare) {
        Matcher range = RANGE.matcher(bare);
        Matcher compared = COMPARED.matcher(bare);
        if (bare.equals("null")) return english ? "missing" : "缺数据";
        if (isTruth(bare)) return truth(bare);
        if (range.matches()) {
            String low = (range.group(1).equals("[") ? "≥ " : "> ") + number(range.group(2));
            String high = (range.group(4).equals("]") ? "≤ " : "< ") + number(range.group(3));
            return low + (english ? " and " : "，") + high;
        }
        if (compared.matches()) return sign(compared.group(1)) + " " + number(compared.group(2));
        if (TEXT.matcher(bare).matches()) return bare.substring(1, bare.length() - 1);
        return NUMBER.matcher(bare).matches() ? number(bare) : null;
    }

    /** An answer. */
    public String answer(String text) {
        String bare = text.strip();
        if (isTruth(bare)) return truth(bare);
        return TEXTS.matcher(bare).matches() ? bare.replace("\"", "") : number(bare);
    }

    /** Whether the cell asks nothing. */
    public boolean isOpen(String text) {
        return text.isBlank() || text.strip().equals("-");
    }

    private static boolean isTruth(String bare) {
        return bare.equals("true") || bare.equals("false");
    }

    private String truth(String bare) {
        boolean holds = bare.equals("true");
        return english ? holds ? "yes" : "no" : holds ? "是" : "否";
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
