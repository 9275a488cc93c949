package org.diaodu.server.cockpit;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.growth.Selection;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** Growth over time: one point a reporting period, month and year-to-date in per cent. */
public record Trend(List<Point> points) {

    /** January and February are one point, where month and year-to-date are the same. */
    public record Point(
            Period period,
            @Nullable Double monthPct,
            @Nullable Double yearToDatePct) {}

    static Trend of(GrowthFigures.Snapshot figures, Period last, int most) {
        List<Period> periods = figures.periods().stream()
                .filter(period -> period.compareTo(last.reporting()) <= 0)
                .toList();
        List<Point> points = new ArrayList<>();
        for (Period period : periods.subList(Math.max(0, periods.size() - most), periods.size())) {
            points.add(new Point(
                    period,
                    figures.total(period, Selection.ALL).growthPct(),
                    figures.total(period.toYearToDate(), Selection.ALL).growthPct()));
        }
        return new Trend(points);
    }
}
