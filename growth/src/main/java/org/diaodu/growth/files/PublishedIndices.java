package org.diaodu.growth.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.diaodu.growth.AnnualOverlap;
import org.diaodu.growth.PublishedContributions;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** Contributions from indices and weights: of one year, or of every year (chained by annual overlap). */
record PublishedIndices(
        IndexTable indices,
        WeightTable weights,
        @Nullable Period asked,
        @Nullable Period since,
        @Nullable String aggregate) {

    PublishedOutcome outcome() throws Stop {
        var tables = new ArrayList<PublishedOutcome.Table>();
        for (String total : totals()) {
            for (Period period : periods()) {
                tables.add(new PublishedOutcome.Table(total, period.iso(), contributions(total, period)));
            }
        }
        return PublishedOutcome.of(weights.isChained() ? "annual-overlap" : "indices", tables);
    }

    private List<String> totals() throws Stop {
        if (aggregate == null) return weights.aggregates();
        if (weights.aggregates().contains(aggregate)) return List.of(aggregate);
        throw new Stop(
                "--aggregate：权重表中没有“" + aggregate + "”，现有 " + String.join("、", weights.aggregates()) + "。",
                "--aggregate: the weights know no \"" + aggregate + "\". Maybe one of "
                        + String.join(", ", weights.aggregates()) + ".");
    }

    private List<Period> periods() throws Stop {
        Set<Period> there = indices.periods();
        Period last =
                asked != null ? asked : there.stream().max(Period::compareTo).orElse(null);
        if (last == null) throw new Stop("指数表没有数据。", "the index table has no rows.");
        if (since == null) return List.of(last);
        if (since.kind() != last.kind() || since.compareTo(last) > 0) {
            throw new Stop(
                    "--since " + since + " 应与 --period " + last + " 同类且不晚于它。",
                    "--since " + since + " should be of the kind of --period " + last + " and not after it.");
        }
        var periods = new ArrayList<Period>();
        for (Period period = since; period.compareTo(last) <= 0; period = period.next()) periods.add(period);
        return periods;
    }

    private PublishedContributions contributions(String total, Period period) throws Stop {
        PublishedContributions found = weights.isChained() ? chained(total, period) : fixed(total, period);
        if (!found.rows().isEmpty() && Double.isFinite(found.growthPct())) return found;
        throw new Stop(
                "没有 " + total + " 在 " + period + " 及上年同期的指数" + (weights.isChained() ? "或权重" : "") + "。",
                "there are no indices" + (weights.isChained() ? " or weights" : "") + " of " + total + " for " + period
                        + " and the year before. Maybe another --period.");
    }

    private PublishedContributions fixed(String total, Period period) {
        Period before = period.samePeriodLastYear();
        List<PublishedContributions.Index> parts = weights.of(total, null).stream()
                .map(weight -> new PublishedContributions.Index(
                        weight.code(),
                        weight.name(),
                        weight.percent(),
                        indices.at(weight.code(), period),
                        indices.at(weight.code(), before)))
                .toList();
        return PublishedContributions.ofIndices(indices.at(total, period), indices.at(total, before), parts);
    }

    private PublishedContributions chained(String total, Period period) throws Stop {
        int perYear = switch (period.kind()) {
            case MONTH -> 12;
            case QUARTER -> 4;
            case JAN_FEB, YEAR_TO_DATE, YEAR ->
                throw new Stop(
                        "逐年权重的分解只支持单月或季度，不支持 " + period + "。",
                        "weights by year need a month or a quarter, not " + period + ".");
        };
        int year = period.year();
        List<AnnualOverlap.Component> components = weights.of(total, year - 1).stream()
                .map(weight -> new AnnualOverlap.Component(
                        weight.code(),
                        weight.name(),
                        year(weight.code(), period, year - 2, perYear),
                        year(weight.code(), period, year - 1, perYear),
                        indices.at(weight.code(), period),
                        weight.percent(),
                        weightBefore(total, weight.code(), year - 2)))
                .toList();
        double now = indices.at(total, period);
        double before = indices.at(total, period.samePeriodLastYear());
        Double published = Double.isNaN(now / before) ? null : (Double) ((now / before - 1) * 100);
        return AnnualOverlap.of(components, period.number() - 1, published);
    }

    private double[] year(String code, Period like, int year, int perYear) {
        return IntStream.rangeClosed(1, perYear)
                .mapToDouble(number -> indices.at(code, new Period(like.kind(), year, number)))
                .toArray();
    }

    private double weightBefore(String total, String code, int year) {
        return weights.of(total, year).stream()
                .filter(weight -> weight.code().equals(code))
                .mapToDouble(WeightTable.Weight::percent)
                .findFirst()
                .orElse(Double.NaN);
    }
}
