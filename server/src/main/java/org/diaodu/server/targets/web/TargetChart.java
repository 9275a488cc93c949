package org.diaodu.server.targets.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.server.pages.ChartData;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.targets.Course;
import org.diaodu.server.targets.Pace;
import org.diaodu.server.targets.Point;
import org.diaodu.server.targets.Standing;
import org.diaodu.server.targets.Target;
import org.jspecify.annotations.Nullable;

/** The way to a target: its figures, and what should be there, at the end of each month, or of each year where it has many. */
public final class TargetChart {

    private static final int MOST_MONTHS = 24;

    private TargetChart() {}

    /**
     * A line of the chart's table, in the unit of the target.
     *
     * @param value null where there is no figure
     */
    public record Row(String label, @Nullable Double value, double expected) {}

    static List<Row> rows(Target target, List<Point> points) {
        List<Row> rows = new ArrayList<>();
        LocalDate before = target.begins().minusDays(1);
        for (LocalDate end : ends(target)) {
            Double value = null;
            for (Point point : points) {
                if (point.day().isAfter(before) && !point.day().isAfter(end)) value = in(target, point.value());
            }
            BigDecimal expected = Pace.expected(
                    target.course(), target.base(), target.aim().low(), target.begins(), target.due(), end);
            rows.add(new Row(label(target, end), value, in(target, expected)));
            before = end;
        }
        return rows;
    }

    private static List<LocalDate> ends(Target target) {
        boolean monthly = isMonthly(target);
        List<LocalDate> ends = new ArrayList<>();
        LocalDate end = monthly
                ? YearMonth.from(target.begins()).atEndOfMonth()
                : LocalDate.of(target.begins().getYear(), 12, 31);
        while (end.isBefore(target.due())) {
            ends.add(end);
            end = monthly ? YearMonth.from(end).plusMonths(1).atEndOfMonth() : end.plusYears(1);
        }
        ends.add(target.due());
        return ends;
    }

    private static boolean isMonthly(Target target) {
        return ChronoUnit.MONTHS.between(target.begins(), target.due()) < MOST_MONTHS;
    }

    private static String label(Target target, LocalDate end) {
        return isMonthly(target) ? YearMonth.from(end).toString() : "" + end.getYear();
    }

    private static double in(Target target, BigDecimal value) {
        return target.aim().unit().of(value).doubleValue();
    }

    /** The chart of these rows; its title says how far it is. */
    static @Nullable ChartData of(PageContext page, Target target, List<Row> rows) {
        Standing now = target.standing();
        if (now == null) return null;
        var unit = target.aim().unit();
        String title = page.text(
                target.course() == Course.RATE ? "targets.chart.rate" : "targets.chart.finding",
                unit.text(now.value(), 2),
                now.valueDay().toString(),
                unit.text(now.expected(), 2));
        List<String> labels = rows.stream().map(Row::label).toList();
        List<@Nullable Double> values = new ArrayList<>();
        for (Row row : rows) values.add(row.value());
        List<Double> expected = rows.stream().map(Row::expected).toList();
        return new ChartData(
                "way",
                "trend",
                title,
                unit.text(),
                Map.of(
                        "unit",
                        unit.text(),
                        "plain",
                        true,
                        "labels",
                        labels,
                        "series",
                        List.of(
                                Map.of("name", page.text("targets.value"), "style", "strong", "values", values),
                                Map.of("name", page.text("targets.expected"), "style", "dashed", "values", expected))));
    }
}
