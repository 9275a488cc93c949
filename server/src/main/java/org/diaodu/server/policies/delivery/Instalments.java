package org.diaodu.server.policies.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.Terms;

/**
 * The payments of a grant and who bears them, in whole fen: what the first payments of a schedule come to together is their
 * share rounded down, so that all together are the grant; so are the levels of each payment.
 */
final class Instalments {

    private Instalments() {}

    /**
     * One payment.
     *
     * @param number from 1
     * @param sharesFen by level, together the amount; empty where the clause does not say
     */
    record Part(int number, String milestone, long fen, Map<String, Long> sharesFen) {}

    /** Parts that come to nothing are left out. */
    static List<Part> of(long grantedFen, Terms terms) {
        List<Terms.Instalment> schedule =
                terms.schedule().isEmpty() ? List.of(new Terms.Instalment("", BigDecimal.ONE)) : terms.schedule();
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (int i = 0; i < schedule.size(); i++) {
            shares.put("" + i, schedule.get(i).share());
        }
        List<Long> amounts = List.copyOf(split(grantedFen, shares).values());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < schedule.size(); i++) {
            if (amounts.get(i) > 0) {
                parts.add(new Part(
                        i + 1, schedule.get(i).milestone(), amounts.get(i), split(amounts.get(i), terms.shares())));
            }
        }
        return parts;
    }

    /** Shares of 1 of an amount; what they come to is the amount. */
    static Map<String, Long> split(long fen, Map<String, BigDecimal> shares) {
        Map<String, Long> split = new LinkedHashMap<>();
        BigDecimal together = BigDecimal.ZERO;
        long given = 0;
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            together = together.add(share.getValue());
            long upto = BigDecimal.valueOf(fen)
                    .multiply(together)
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
            split.put(share.getKey(), upto - given);
            given = upto;
        }
        return split;
    }
}
