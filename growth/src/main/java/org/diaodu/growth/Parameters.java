package org.diaodu.growth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * Value-added rates and producer price indices by industry and period. The entry with the longest industry prefix wins,
 * for rate and index each; an entry of the very period wins over one for every period. Without any, the rate is 1 and
 * the index 100 (same period last year = 100).
 */
public final class Parameters {
    /** No entries: growth of output at current prices. */
    public static final Parameters NONE = new Parameters(List.of());

    /**
     * One line: {@code industry} is a section letter, a division, group or class code, or "" for all; {@code period}
     * null means every period; {@code vaRate} is value added ÷ output; {@code priceIndex} is same period last year =
     * 100; null where the line does not say.
     */
    public record Entry(
            String industry,
            @Nullable Period period,
            @Nullable Double vaRate,
            @Nullable Double priceIndex) {
        public Entry {
            industry = digits(industry);
            if (vaRate != null && !(vaRate > 0 && Double.isFinite(vaRate))) {
                throw new IllegalArgumentException("a value-added rate must be above 0: " + vaRate);
            }
            if (priceIndex != null && !(priceIndex > 0 && Double.isFinite(priceIndex))) {
                throw new IllegalArgumentException("a price index must be above 0: " + priceIndex
                        + ". Maybe a change in per cent was given: +3.5 % is the index 103.5");
            }
        }
    }

    private final Map<String, Map<String, Entry>> byPeriodAndIndustry = new HashMap<>();

    private Parameters(List<Entry> entries) {
        for (Entry entry : entries) {
            byPeriodAndIndustry
                    .computeIfAbsent(
                            entry.period() == null ? "" : entry.period().iso(), _ -> new HashMap<>())
                    .put(entry.industry(), entry);
        }
    }

    public static Parameters of(List<Entry> entries) {
        return new Parameters(entries);
    }

    /** Whether any entry is for this very period or for every period. */
    public boolean covers(Period period) {
        return byPeriodAndIndustry.containsKey(period.iso()) || byPeriodAndIndustry.containsKey("");
    }

    /** Value added ÷ output. */
    public double vaRate(String industry, Period period) {
        return lookup(industry, period, true);
    }

    /** Producer price index, same period last year = 100. */
    public double priceIndex(String industry, Period period) {
        return lookup(industry, period, false);
    }

    private double lookup(String industry, Period period, boolean rate) {
        String digits = digits(industry);
        for (String prefix = digits; ; prefix = shorter(prefix, digits)) {
            for (String when : List.of(period.iso(), "")) {
                Entry entry = byPeriodAndIndustry.getOrDefault(when, Map.of()).get(prefix);
                Double figure = entry == null ? null : rate ? entry.vaRate() : entry.priceIndex();
                if (figure != null) return figure;
            }
            if (prefix.isEmpty()) return rate ? 1 : 100;
        }
    }

    /** 1311 → 131 → 13 → C → "". */
    private static String shorter(String prefix, String digits) {
        if (prefix.length() > 2) return prefix.substring(0, prefix.length() - 1);
        return prefix.length() == 2 ? section(digits) : "";
    }

    /** Codes are also written with their section letter in front: C13 is 13. */
    private static String digits(String industry) {
        String code = industry.strip();
        return code.length() > 1 && Character.isLetter(code.charAt(0)) ? code.substring(1) : code;
    }

    private static String section(String digits) {
        Industry section = Industries.bundled().at(Industry.Level.SECTION, digits.substring(0, 2));
        return section == null ? "" : section.code();
    }
}
