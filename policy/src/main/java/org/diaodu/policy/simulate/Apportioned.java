package org.diaodu.policy.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.Terms;

/** What a clause costs, split by level of government or by the time at which it is paid; the parts add up to the fen. */
record Apportioned(Map<String, BigDecimal> shares) {

    private static final Pattern NTH_YEAR = Pattern.compile("第([一二三四五六])年");
    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六");

    static Apportioned levels(PolicyClause clause) {
        Terms terms = clause.terms();
        return new Apportioned(terms.shares().isEmpty() ? Map.of(terms.level().zh(), BigDecimal.ONE) : terms.shares());
    }

    /** A milestone that names its year counts in it; what has none stands by its name. */
    static Apportioned years(PolicyClause clause, int year) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        if (clause.terms().schedule().isEmpty()) {
            shares.put(String.valueOf(year), BigDecimal.ONE);
        }
        for (Terms.Instalment part : clause.terms().schedule()) {
            shares.merge(when(part.milestone(), year), part.share(), BigDecimal::add);
        }
        return new Apportioned(shares);
    }

    private static String when(String milestone, int year) {
        Matcher nth = NTH_YEAR.matcher(milestone);
        if (nth.find()) {
            return String.valueOf(year + NUMERALS.indexOf(nth.group(1)));
        }
        if (milestone.contains("次年")) {
            return String.valueOf(year + 1);
        }
        return milestone.contains("当年") ? String.valueOf(year) : milestone;
    }

    Map<String, Long> of(long fen) {
        Map<String, Long> parts = new LinkedHashMap<>();
        long left = fen;
        int at = 0;
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            boolean last = ++at == shares.size();
            long part = last
                    ? left
                    : share.getValue()
                            .multiply(BigDecimal.valueOf(fen))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
            parts.put(share.getKey(), part);
            left -= part;
        }
        return parts;
    }
}
