package org.diaodu.rules.book;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to write instead of what officials write in a cell and FEEL cannot read: {@code ≥ 500万}, {@code 3%}, {@code （3..5）}. */
enum SlipHint {
    SIGN("[≥≤≠＞＜＝]", found -> switch (found.group()) {
        case "≥" -> ">=";
        case "≤" -> "<=";
        case "≠" -> "!=";
        case "＞" -> ">";
        case "＜" -> "<";
        default -> "=";
    }),
    PERCENT(
            "(\\d+(?:\\.\\d+)?)[%％]",
            found -> new BigDecimal(found.group(1)).movePointLeft(2).toPlainString()),
    MULTIPLE(
            "(\\d+(?:\\.\\d+)?)\\s*([百千]?万|[百千]|亿)",
            found -> new BigDecimal(found.group(1))
                    .movePointRight(zeros(found.group(2)))
                    .toPlainString()),
    QUOTES("[“”‘’「」『』＂]|'", found -> "\""),
    FULL_WIDTH("[（）［］【】，。：；]", found -> switch (found.group().charAt(0)) {
        case '（' -> "(";
        case '）' -> ")";
        case '［', '【' -> "[";
        case '］', '】' -> "]";
        case '，' -> ",";
        case '。' -> ".";
        default -> ":";
    }),
    TRUTH("^\\s*([是否])\\s*$", found -> found.group(1).equals("是") ? "true" : "false");

    private static final String ZH = "文字要加双引号，范围写作 [1..5)，不限写 -";
    private static final String EN = "a text lacks its quotes; a range is written [1..5), anything is -";

    private final Pattern written;
    private final Function<MatchResult, String> instead;

    SlipHint(String written, Function<MatchResult, String> instead) {
        this.written = Pattern.compile(written);
        this.instead = instead;
    }

    private static int zeros(String unit) {
        return switch (unit) {
            case "百" -> 2;
            case "千" -> 3;
            case "万" -> 4;
            case "百万" -> 6;
            case "千万" -> 7;
            default -> 8;
        };
    }

    /** What to try for a cell that cannot be read, in Chinese and in English. */
    static String zh(String cell) {
        List<String> each = said(cell, " 写作 ");
        return each.isEmpty() ? ZH : String.join("，", each);
    }

    static String en(String cell) {
        List<String> each = said(cell, " as ");
        return each.isEmpty() ? EN : "write " + String.join(", ", each);
    }

    /** What stands for a text that is such a writing as a whole; null where it is none. */
    @Nullable
    String instead(String text) {
        Matcher found = written.matcher(text);
        return found.matches() ? instead.apply(found.toMatchResult()) : null;
    }

    /** Every such writing outside the cell's texts, once, with what stands for it. */
    private static List<String> said(String cell, String as) {
        String bare = CellReview.bare(cell);
        return Arrays.stream(values())
                .flatMap(hint -> hint.written
                        .matcher(bare)
                        .results()
                        .map(found -> found.group().strip() + as + hint.instead.apply(found)))
                .distinct()
                .toList();
    }
}
