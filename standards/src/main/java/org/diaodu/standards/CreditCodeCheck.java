package org.diaodu.standards;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges a text as a credit code and looks for the code that was meant. */
final class CreditCodeCheck {
    private static final String CONFUSED = "IOSVZ";
    private static final String MEANT = "105U2";
    private static final Pattern AS_NUMBER = Pattern.compile("[\\d.]+E\\+?\\d+");
    private static final int MOST_HINTS = 3;

    private CreditCodeCheck() {}

    static CreditCode.Outcome judge(String code) {
        if (code.isEmpty()) {
            return new CreditCode.Invalid(CreditCode.Reason.EMPTY, "统一社会信用代码为空。", "the credit code is empty.");
        }
        if (code.length() != CreditCode.LENGTH || AS_NUMBER.matcher(code).matches()) return wrongLength(code);
        for (int i = 0; i < code.length(); i++) {
            if (CreditCode.ALPHABET.indexOf(code.charAt(i)) < 0) return wrongCharacter(code, i);
        }
        if (!CreditCode.innerCheckHolds(code)) return bothChecks(code);
        var creditCode = new CreditCode(code);
        return creditCode.outerCheckHolds() ? new CreditCode.Valid(creditCode) : outerCheckFails(creditCode);
    }

    private static CreditCode.Invalid wrongLength(String code) {
        String zh = "统一社会信用代码“" + code + "”有 " + code.length() + " 位，应为 18 位";
        String en = "the credit code \"" + code + "\" has " + code.length() + " characters, not 18";
        return switch (code.length()) {
            case 9, 10 ->
                new CreditCode.Invalid(
                        CreditCode.Reason.LENGTH,
                        zh + "；可能填的是组织机构代码。",
                        en + ". Maybe it is the organisation code alone.");
            case 15 ->
                new CreditCode.Invalid(
                        CreditCode.Reason.LENGTH,
                        zh + "；可能填的是旧工商注册号或税号。",
                        en + ". Maybe it is an old registration or tax number.");
            default ->
                new CreditCode.Invalid(
                        CreditCode.Reason.LENGTH,
                        zh + "；可能漏填或多填，或被电子表格当成了数字。",
                        en + ". Maybe a character is missing, or a spreadsheet took it for a number.");
        };
    }

    private static CreditCode.Invalid wrongCharacter(String code, int at) {
        char c = code.charAt(at);
        int confused = CONFUSED.indexOf(c);
        String zh = "统一社会信用代码“" + code + "”第 " + (at + 1) + " 位“" + c + "”不在允许的字符中";
        String en = "character " + (at + 1) + " of the credit code \"" + code + "\", '" + c + "', is not allowed";
        String zhHint = confused < 0 ? "只能是数字和 I、O、S、V、Z 以外的大写字母。" : "是否应为“" + MEANT.charAt(confused) + "”？";
        String enHint = confused < 0
                ? ". Only digits and capital letters other than I, O, S, V, Z are."
                : ". Maybe it is '" + MEANT.charAt(confused) + "'.";
        return new CreditCode.Invalid(CreditCode.Reason.CHARACTER, zh + "；" + zhHint, en + enHint);
    }

    private static CreditCode.Invalid bothChecks(String code) {
        Set<String> meant = meant(code);
        boolean told = !meant.isEmpty() && meant.size() <= MOST_HINTS;
        return new CreditCode.Invalid(
                CreditCode.Reason.CHECKS,
                "统一社会信用代码“" + code + "”校验不符，有一位以上填错；"
                        + (told ? "是否应为 " + String.join(" 或 ", meant) + "？" : "请对照营业执照核对。"),
                "the credit code \"" + code + "\" fails its check: at least one character is wrong. "
                        + (told
                                ? "Maybe " + String.join(" or ", meant) + "."
                                : "Maybe compare it with the business licence."));
    }

    private static CreditCode.OuterCheckFails outerCheckFails(CreditCode code) {
        char expected = CreditCode.outerCheck(code.value());
        char found = code.value().charAt(CreditCode.LENGTH - 1);
        return new CreditCode.OuterCheckFails(
                code,
                expected,
                "统一社会信用代码“" + code + "”末位校验不符：为“" + found + "”，应为“" + expected + "”。可能有一位填错；若为早期赋码、与营业执照一致，可填写理由后接受。",
                "the last character of the credit code \"" + code + "\" is '" + found + "', by its check it should be '"
                        + expected
                        + "'. Maybe a character is mistyped; an early code that agrees with the licence can be"
                        + " accepted with a reason.");
    }

    /** The codes with both checks right that are one slip away: two neighbours swapped, else one character wrong. */
    private static Set<String> meant(String code) {
        Set<String> candidates = new LinkedHashSet<>();
        for (int i = 0; i + 1 < code.length(); i++) {
            if (code.charAt(i) != code.charAt(i + 1)) {
                var swapped = new StringBuilder(code);
                swapped.setCharAt(i, code.charAt(i + 1));
                swapped.setCharAt(i + 1, code.charAt(i));
                addIfRight(swapped.toString(), candidates);
            }
        }
        if (candidates.isEmpty()) addReplacements(code, candidates);
        return candidates;
    }

    private static void addReplacements(String code, Set<String> candidates) {
        for (int i = 8; i < 17; i++) {
            for (int j = 0; j < CreditCode.ALPHABET.length(); j++) {
                addIfRight(code.substring(0, i) + CreditCode.ALPHABET.charAt(j) + code.substring(i + 1), candidates);
            }
        }
    }

    private static void addIfRight(String code, Set<String> candidates) {
        if (CreditCode.innerCheckHolds(code) && CreditCode.outerCheck(code) == code.charAt(17)) candidates.add(code);
    }
}
