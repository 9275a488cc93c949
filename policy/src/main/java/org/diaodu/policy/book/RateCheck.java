package org.diaodu.policy.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.standards.AmountUnit;

/**
 * Finds rates over 100 %, which most often are a slip of the pen: money times a figure above 1 in a formula, and a dated rate
 * above 1.
 */
final class RateCheck {

    private static final String FIGURE = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern RATE = Pattern.compile("率|比例|LPR");

    private RateCheck() {}

    /** Of a clause's formulas. */
    static void formulas(PolicyClause clause, FaultList faults) {
        Set<String> money = new LinkedHashSet<>();
        DeclaredFacts.inputs(clause.model()).forEach((name, declared) -> {
            if (!declared.unit().isEmpty() && AmountUnit.find(declared.unit()) != null) {
                money.add(name);
            }
        });
        DeclaredFacts.formulas(clause.model())
                .forEach((decision, text) -> money.forEach(base -> formula(decision, text, base, faults)));
    }

    private static void formula(String decision, String text, String base, FaultList faults) {
        String name = "(?<![\\p{L}\\p{N}])" + Pattern.quote(base) + "(?![\\p{L}\\p{N}])";
        Matcher times = Pattern.compile(name + "\\s*\\*\\s*" + FIGURE + "|" + FIGURE + "\\s*\\*\\s*" + name)
                .matcher(text);
        while (times.find()) {
            BigDecimal rate = new BigDecimal(times.group(1) == null ? times.group(2) : times.group(1));
            if (rate.compareTo(BigDecimal.ONE) > 0) {
                String percent = percent(rate);
                faults.add(
                        "policy.rate",
                        0,
                        "“" + decision + "”里“" + times.group() + "”是 " + percent
                                + "，超过 100%。建议：核对是否漏了小数点，如 3% 写作 0.03；确有倍数时另设一个决策。",
                        "\"" + times.group() + "\" in " + decision + " is " + percent
                                + ", over 100 %. Maybe the point is missing: 3 % is 0.03; a multiple that is meant may stand in a decision of its own.");
            }
        }
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** Of the figures by date that clauses take as rates. */
    static void parameters(Iterable<PolicyClause> clauses, Map<String, Parameter> parameters, FaultList faults) {
        Set<String> rates = new LinkedHashSet<>();
        for (PolicyClause clause : clauses) {
            clause.terms().facts().forEach((name, fact) -> {
                if (fact instanceof Fact.Dated dated
                        && RATE.matcher(name).find()
                        && parameters.containsKey(dated.parameter())) {
                    rates.add(dated.parameter());
                }
            });
        }
        for (String rate : rates) {
            Parameter parameter = parameters.get(rate);
            if (parameter != null) {
                List<NavigableMap<LocalDate, BigDecimal>> all =
                        new ArrayList<>(parameter.regional().values());
                all.add(parameter.values());
                all.forEach(series ->
                        series.forEach((from, value) -> over(from, value, faults.in("parameters/" + rate + ".csv"))));
            }
        }
    }

    private static void over(LocalDate from, BigDecimal value, FaultList faults) {
        if (value.compareTo(BigDecimal.ONE) > 0) {
            faults.add(
                    "policy.rate",
                    0,
                    from + " 的 " + value.toPlainString() + " 是 " + percent(value) + "，超过 100%。建议：3.65% 写作 0.0365。",
                    value.toPlainString() + " of " + from + " is " + percent(value)
                            + ", over 100 %. Maybe write 3.65 % as 0.0365.");
        }
    }
}
