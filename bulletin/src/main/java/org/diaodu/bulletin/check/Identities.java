package org.diaodu.bulletin.check;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Ratios and sums that hold by definition, from {@code identities.yaml}. */
final class Identities implements Rule {

    private static final int WINDOW = 200;
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
        List<Figure> parts = levels(passage, over, ratio);
        List<Figure> wholes = levels(passage, under, ratio);
        Figure printed = ratio;
        Figure[] pair = pair(
                parts, wholes, (p, w) -> printed != null && Shares.ratio(p, w).agrees(printed.printed()));
        if (pair.length == 0) {
            return;
        }
        Computed made = Shares.ratio(pair[0], pair[1]);
        if (ratio != null) {
            findings.compare(name, Shares.over(pair[0], pair[1]), made, ratio, pair);
        } else if (made.value() <= 100 || name.contains("成本")) {
            findings.implied(name, Shares.over(pair[0], pair[1]), made, "%", "", pair);
        }
    }

    /** Two that agree; else the only two there are; none where the text may mean others. */
    private static Figure[] pair(List<Figure> parts, List<Figure> wholes, BiPredicate<Figure, Figure> agrees) {
        for (Figure part : parts) {
            for (Figure whole : wholes) {
                if (part != whole && sameUnit(part, whole) && agrees.test(part, whole)) {
                    return new Figure[] {part, whole};
                }
            }
        }
        boolean only = parts.size() == 1 && wholes.size() == 1 && parts.getFirst() != wholes.getFirst();
        return only && sameUnit(parts.getFirst(), wholes.getFirst())
                ? new Figure[] {parts.getFirst(), wholes.getFirst()}
                : new Figure[0];
    }

    private static boolean sameUnit(Figure a, Figure b) {
        return Token.base(a.unit()).equals(Token.base(b.unit()));
    }

    private static void sum(Passage passage, Findings findings, String name, Map<String, Object> row) {
        Object second = row.get("plus2");
        double sign = second == null ? -1 : 1;
        for (Figure whole : levels(passage, Term.of(row.get("whole")), null)) {
            List<Figure> plus = levels(passage, Term.of(row.get("plus")), whole);
            List<Figure> other = levels(passage, Term.of(second == null ? row.get("minus") : second), whole);
            Figure[] pair = pair(plus, other, (p, o) -> sum(p, o, sign, whole).agrees(whole.printed()));
            if (pair.length == 2 && sameUnit(pair[0], whole)) {
                findings.compare(
                        name,
                        pair[0].printed().operand()
                                + (sign < 0 ? "-" : "+")
                                + pair[1].printed().operand(),
                        sum(pair[0], pair[1], sign, whole),
                        whole,
                        pair);
            }
        }
    }

    private static Computed sum(Figure plus, Figure other, double sign, Figure whole) {
        double a = plus.scale() / whole.scale();
        double b = sign * other.scale() / whole.scale();
        return Computed.of(v -> v[0] * a + v[1] * b, plus.printed(), other.printed());
    }

    /** The amounts a term names that stand near a figure and are of its period. */
    private static List<Figure> levels(Passage passage, Term term, @Nullable Figure near) {
        return passage.figures().stream()
                .filter(f -> f.role() == Role.LEVEL
                        && f.carrier().total() == null
                        && f != near
                        && term.names(f.carrier().label())
                        && (near == null
                                || Math.abs(f.start() - near.start()) <= WINDOW
                                        && f.carrier()
                                                .period()
                                                .equals(near.carrier().period())))
                .toList();
    }
}
