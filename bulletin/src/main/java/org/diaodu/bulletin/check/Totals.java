package org.diaodu.bulletin.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the parts of a passage are parts of. */
final class Totals {

    private static final Pattern INDICATOR =
            Pattern.compile(".*(?:增加值|产值|投资|零售|GDP|生产总值|进出口|利润|用电量|收入|营业|税|规上工业|规模以上工业|合计|总额|总量).*");

    private static final Pattern EXPECTED = Pattern.compile("有望|力争|预计|将达|目标");

    private final Passage passage;

    Totals(Passage passage) {
        this.passage = passage;
    }

    /** The growth figures that can be the total's of a part, the likeliest first. */
    List<Figure> growth(Carrier part, String other) {
        return of(part, other, Role.GROWTH);
    }

    /** The amounts that can be the total of a part's, the likeliest first: in the same unit and no smaller. */
    List<Figure> level(Figure part, String other) {
        return of(part.carrier(), other, Role.LEVEL).stream()
                .filter(t -> Token.base(t.unit()).equals(Token.base(part.unit()))
                        && t.value() * t.scale() >= part.value() * part.scale())
                .toList();
    }

    private List<Figure> of(Carrier part, String other, Role role) {
        Carrier set = part.total();
        if (set != null && role == Role.GROWTH && set.has(Role.CONTRIBUTION)) {
            return of(set, other, role); // the parts of a contribution are contributions to the same total
        }
        Figure under = set == null ? null : set.figure(role);
        if (under != null) {
            return List.of(under);
        }
        List<Figure> found = new ArrayList<>();
        boolean behind = false;
        for (Carrier carrier : passage.carriers()) {
            if (carrier == part) {
                behind = true;
                continue;
            }
            if (behind && (!found.isEmpty() || Names.match(other, carrier.label()) != Names.Match.NAMED)) {
                continue; // a total behind its part is meant only where the text names it
            }
            Figure figure = carrier.figure(role);
            if (figure != null
                    && heads(carrier, role)
                    && Names.match(other, carrier.label()) != Names.Match.OTHER
                    && !EXPECTED.matcher(figure.quote()).find()
                    && !carrier.label().equals(part.label())) {
                found.add(figure);
            }
        }
        found.sort(Comparator.comparingInt(Figure::start).reversed());
        return found;
    }

    /** Whether it can be a total: the first of its kind, or a later indicator that is no part itself. */
    private boolean heads(Carrier carrier, Role role) {
        if (carrier.has(Role.CONTRIBUTION) || carrier.has(Role.SHARE_OF_GROWTH) || carrier.total() != null) {
            return false;
        }
        if (carrier == first(role)) {
            return true;
        }
        return INDICATOR.matcher(carrier.label()).matches() && !carrier.has(Role.SHARE);
    }

    private @Nullable Carrier first(Role role) {
        return passage.carriers().stream().filter(c -> c.has(role)).findFirst().orElse(null);
    }

    /**
     * The first of these with which the printed figure agrees; else the likeliest of those the text surely means; null where
     * it may mean another.
     */
    @Nullable
    Figure fitting(List<Figure> candidates, Carrier part, String other, Predicate<Figure> agrees) {
        return candidates.stream()
                .filter(agrees)
                .findFirst()
                .orElseGet(() -> candidates.stream()
                        .filter(total -> sure(total, part, other))
                        .findFirst()
                        .orElse(null));
    }

    /** Whether it is set over the part, is what the text calls it, or stands in the same paragraph where that says nothing. */
    private boolean sure(Figure total, Carrier part, String other) {
        if (part.total() == total.carrier()) {
            return true;
        }
        int from = total.end();
        int to = part.figures().isEmpty() ? from : part.figures().getFirst().start();
        boolean near = to <= from || passage.text().substring(from, to).indexOf('\n') < 0;
        return switch (Names.match(other, total.carrier().label())) {
            case NAMED -> true;
            case UNNAMED -> near;
            case ALIKE, OTHER -> false;
        };
    }
}
