package org.diaodu.bulletin.check;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ratios and sums that hold by definition, from {@code identities.yaml}. */
final class Identities implements Rule {

    private static final List<Map<String, Object>> ROWS = Partition.rows("identities.yaml");

    @Override
    public void find(Passage passage, Findings findings) {
        for (Map<String, Object> row : ROWS) {
            String name = String.valueOf(row.get("name"));
            if (row.get("ratio") instanceof List<?> words) {
                ratio(passage, findings, name, words, Term.of(row.get("over")), Term.of(row.get("under")));
            } else {
                sum(passage, findings, name, row);
            }
        }
    }

    private static void ratio(Passage passage, Findings findings, String name, List<?> words, Term over, Term under) {
        Figure ratio = passage.figures().stream()
                .filter(f -> f.role() == Role.RATIO
                        || f.role() == Role.LEVEL && f.unit().equals("元"))
                .filter(f -> words.stream().anyMatch(w -> f.carrier().label().endsWith(String.valueOf(w))))
                .findFirst()
                .orElse(null);
        Figure part = level(passage, over, ratio);
        Figure whole = level(passage, under, ratio);
        if (part == null
                || whole == null
                || part == whole
                || !Token.base(part.unit()).equals(Token.base(whole.unit()))) {
            return;
        }
        Computed made = Shares.ratio(part, whole);
        if (ratio != null) {
            findings.compare(name, Shares.over(part, whole), made, ratio, part, whole);
        } else if (made.value() <= 100 || name.contains("成本")) {
            findings.implied(name, Shares.over(part, whole), made, "%", "", part, whole);
        }
    }

    private static void sum(Passage passage, Findings findings, String name, Map<String, Object> row) {
        Figure whole = level(passage, Term.of(row.get("whole")), null);
        Figure plus = level(passage, Term.of(row.get("plus")), whole);
        Object second = row.get("plus2");
        Figure other = level(passage, Term.of(second == null ? row.get("minus") : second), whole);
        if (whole == null || plus == null || other == null || plus == other) {
            return;
        }
        double sign = second == null ? -1 : 1;
        double a = plus.scale() / whole.scale();
        double b = other.scale() / whole.scale();
        findings.compare(
                name,
                plus.printed().operand()
                        + (sign < 0 ? "-" : "+")
                        + other.printed().operand(),
                Computed.of(v -> v[0] * a + sign * v[1] * b, plus.printed(), other.printed()),
                whole,
                plus,
                other);
    }

    /** The amount a term names: the last before the ratio, of its period; null where none or several stand there. */
    private static @Nullable Figure level(Passage passage, Term term, @Nullable Figure near) {
        return passage.figures().stream()
                .filter(f -> f.role() == Role.LEVEL
                        && f.carrier().total() == null
                        && f != near
                        && term.names(f.carrier().label())
                        && (near == null
                                || f.carrier().period().equals(near.carrier().period())))
                .findFirst()
                .orElse(null);
    }
}
