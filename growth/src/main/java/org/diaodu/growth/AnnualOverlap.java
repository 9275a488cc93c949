package org.diaodu.growth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Contributions to the year-on-year growth of a Laspeyres volume index chained by annual overlap, whose weights change
 * every January. With w(y) the shares in year y's value, I(y,m) a part's month over its own average of year y−1,
 * L(y,m) = Σ w(y−1)·I(y,m) the total's link and L(y) its yearly average, growth is G = L(y−1)·L(y,m)/L(y−1,m) − 1 and
 *
 * <pre>
 *   c = L(y−1)/L(y−1,m)·w(y−1)·(I(y,m) − 1)            growth since last year's average, at last year's weights
 *     + w(y−2)·(Ī(y−1) − I(y−1,m))/L(y−1,m)            last year's average over its month m, at the weights before
 * </pre>
 *
 * with Ī(y−1) the average of the part's I(y−1,·); Σc = G exactly. Source: M. Ribe,
 * Effects of subcomponents on chained price indices like the HICPs and the MUICP, Statistics Sweden 1999, written for
 * volumes.
 */
public final class AnnualOverlap {
    private AnnualOverlap() {}

    /**
     * A part's chained index: all sub-periods of the two years before, and the sub-period in question of this year; and
     * its share in per cent in the value of last year and of the year before.
     */
    public record Component(
            String code,
            String name,
            double[] twoYearsAgo,
            double[] lastYear,
            double now,
            double weightLastYearPct,
            double weightTwoYearsAgoPct) {}

    /**
     * The contributions in sub-period {@code m} (0 is the first of the year).
     *
     * @param publishedPct the total's published growth in per cent; null takes the computed one, with residual 0
     */
    public static PublishedContributions of(List<Component> components, int m, @Nullable Double publishedPct) {
        double linkNow = 0;
        double linkThen = 0;
        double linkAverage = 0;
        var missing = new ArrayList<String>();
        var known = new ArrayList<Link>();
        for (Component component : components) {
            Link link = Link.of(component, m);
            if (link.isMissing()) {
                missing.add(component.code());
                continue;
            }
            known.add(link);
            linkNow += link.weightLastYear * link.now;
            linkThen += link.weightTwoYearsAgo * link.then;
            linkAverage += link.weightTwoYearsAgo * link.average;
        }
        var rows = new ArrayList<PublishedContributions.Row>();
        for (Link link : known) {
            double contribution = linkAverage / linkThen * link.weightLastYear * (link.now - 1)
                    + link.weightTwoYearsAgo * (link.average - link.then) / linkThen;
            rows.add(new PublishedContributions.Row(
                    link.component.code(),
                    link.component.name(),
                    link.weightTwoYearsAgo * link.then / linkThen * 100,
                    (link.component.now() / link.component.lastYear()[m] - 1) * 100,
                    contribution * 100));
        }
        double growthPct = (linkAverage * linkNow / linkThen - 1) * 100;
        return PublishedContributions.of(growthPct, rows, missing).against(publishedPct);
    }

    /** A part's figures over its averages: this period, the same of last year, last year's average. */
    private record Link(
            Component component,
            double now,
            double then,
            double average,
            double weightLastYear,
            double weightTwoYearsAgo) {
        static Link of(Component component, int m) {
            double before = mean(component.twoYearsAgo());
            double last = mean(component.lastYear());
            return new Link(
                    component,
                    component.now() / last,
                    component.lastYear()[m] / before,
                    last / before,
                    component.weightLastYearPct() / 100,
                    component.weightTwoYearsAgoPct() / 100);
        }

        boolean isMissing() {
            return Double.isNaN(now + then + average + weightLastYear + weightTwoYearsAgo);
        }

        private static double mean(double[] figures) {
            return Sums.of(figures) / figures.length;
        }
    }
}
