package org.diaodu.server.policies.clauses;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A formula of FEEL as an official reads it: “资格为大型：上年实缴失业保险费 × 30%，最高 800 万元”. What it does not know it leaves as it is
 * written.
 */
public final class FormulaWords {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(\\d+(?:\\.\\d+)?)|\"([^\"]*)\"|(round half up|round half down|round half even|round down|round up|starts with)"
                    + "|([\\p{L}_][\\p{L}\\p{N}_]*)|(<=|>=|!=|\\*\\*|[-+*/()<>=,]))");

    private final List<String> tokens = new ArrayList<>();
    private final boolean english;
    private final String unit;
    private int at;

    private FormulaWords(String formula, String unit, boolean english) {
        this.english = english;
        this.unit = unit;
        Matcher matcher = TOKEN.matcher(formula);
        int end = 0;
        while (matcher.find() && matcher.start() == end && matcher.end() > matcher.start()) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!formula.substring(end).isBlank()) {
            tokens.clear();
        }
    }

    /**
     * A case of a formula.
     *
     * @param when in words; empty where it is the only one
     * @param then what is due
     */
    public record Case(String when, String then) {}

    /** The cases of a formula in order; those in which nothing is due are left out. */
    public static List<Case> of(String formula, String unit, boolean english) {
        FormulaWords words = new FormulaWords(formula, unit, english);
        try {
            List<Case> cases = words.cases();
            return words.at == words.tokens.size() && !words.tokens.isEmpty() ? cases : List.of(new Case("", formula));
        } catch (UnknownForm e) {
            return List.of(new Case("", formula));
        }
    }

    /** The formula is of a form that has no words here. */
    private static final class UnknownForm extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownForm() {
            super(null, null, false, false);
        }
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        while (take("if")) {
            String when = either();
            need("then");
            String then = value();
            if (!then.equals("null")) {
                cases.add(new Case(when, then));
            }
            need("else");
        }
        String rest = value();
        if (!rest.equals("null")) {
            cases.add(new Case(cases.isEmpty() ? "" : say("其余", "otherwise"), rest));
        }
        return cases;
    }

    /** A value as the end of a case: a bare figure is said with its unit. */
    private String value() {
        String said = sum();
        return said.matches("[\\d,.]+") && !unit.isEmpty() ? said + " " + unit : said;
    }

    private String either() {
        StringBuilder said = new StringBuilder(both());
        while (take("or")) {
            said.append(say("，或 ", " or ")).append(both());
        }
        return said.toString();
    }

    private String both() {
        StringBuilder said = new StringBuilder(comparison());
        while (take("and")) {
            said.append(say("，且 ", " and ")).append(comparison());
        }
        return said.toString();
    }

    private String comparison() {
        String left = sum();
        for (String sign : List.of("=", "!=", "<=", ">=", "<", ">")) {
            if (take(sign)) {
                String right = sum();
                return sign.equals("=") && left.equals("资格")
                        ? right
                        : left
                                + switch (sign) {
                                    case "=" -> " = ";
                                    case "!=" -> " ≠ ";
                                    case "<=" -> " ≤ ";
                                    case ">=" -> " ≥ ";
                                    default -> " " + sign + " ";
                                }
                                + right;
            }
        }
        return left.equals("资格") ? say("符合条件", "entitled") : left;
    }

    private String sum() {
        StringBuilder said = new StringBuilder(product());
        while (true) {
            if (take("+")) {
                said.append(" + ").append(product());
            } else if (take("-")) {
                said.append(" − ").append(product());
            } else {
                return said.toString();
            }
        }
    }

    private String product() {
        String first = factor();
        StringBuilder said = new StringBuilder(first);
        while (true) {
            if (take("*")) {
                said.append(" × ").append(rate(factor()));
            } else if (take("/")) {
                said.append(" ÷ ").append(factor());
            } else {
                return said.toString();
            }
        }
    }

    /** A figure under 1 beside × is a rate. */
    private static String rate(String factor) {
        return factor.matches("0\\.\\d+")
                ? new BigDecimal(factor).movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                : factor;
    }

    private String factor() {
        if (take("(")) {
            String inner = sum();
            need(")");
            return "（" + inner + "）";
        }
        if (take("-")) {
            return "−" + factor();
        }
        String token = next();
        if (token.startsWith("\"")) {
            return "“" + token.substring(1, token.length() - 1) + "”";
        }
        if (take("(")) {
            return call(token);
        }
        if (token.matches("if|then|else|and|or|[-+*/()<>=,]|<=|>=|!=|\\*\\*")) {
            throw new UnknownForm();
        }
        return token.matches("0\\.\\d+") ? token : number(token);
    }

    private static String number(String token) {
        return token.matches("\\d+(\\.\\d+)?")
                ? new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(new BigDecimal(token))
                : token;
    }

    private String call(String function) {
        List<String> given = new ArrayList<>();
        do {
            given.add(sum());
        } while (take(","));
        need(")");
        String first = given.getFirst();
        return switch (function) {
            case "round half up", "round half down", "round half even", "round up", "round down" -> first;
            case "floor" -> "⌊" + first + "⌋";
            case "ceiling" -> "⌈" + first + "⌉";
            case "min" -> bounded(given, say("，最高 ", ", at most "), say("中较低的", "the lower of "));
            case "max" -> bounded(given, say("，最低 ", ", at least "), say("中较高的", "the higher of "));
            default -> throw new UnknownForm();
        };
    }

    /** Of two, one a figure, that is a bound; else the lower or higher of all. */
    private String bounded(List<String> given, String bound, String of) {
        if (given.size() == 2 && given.get(1).matches("[\\d,.]+")) {
            return given.getFirst() + bound + given.get(1) + (unit.isEmpty() ? "" : " " + unit);
        }
        String all = String.join(say(" 与 ", " and "), given);
        return english ? of + all : "（" + all + "）" + of;
    }

    private String say(String zh, String en) {
        return english ? en : zh;
    }

    private boolean take(String token) {
        if (token.equals(peek())) {
            at++;
            return true;
        }
        return false;
    }

    private void need(String token) {
        if (!take(token)) {
            throw new UnknownForm();
        }
    }

    private String next() {
        String token = peek();
        if (token == null) {
            throw new UnknownForm();
        }
        at++;
        return token;
    }

    private @Nullable String peek() {
        return at < tokens.size() ? tokens.get(at) : null;
    }
}
