package org.diaodu.bulletin.brief;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.diaodu.bulletin.brief.Canvas.Anchor;
import org.diaodu.bulletin.brief.Fact.Chart;
import org.diaodu.bulletin.brief.Fact.Chart.Kind;
import org.diaodu.bulletin.brief.Fact.Chart.Series;
import org.jspecify.annotations.Nullable;

/** Paints a chart: its axis from zero, a figure at every bar, the last figure of every line. */
final class ChartPainting {

    static final double WIDTH = 560;

    private static final double PER_MM = 96 / 25.4;
    private static final double TOP = 30;
    private static final double BOTTOM = 38;
    private static final double SECOND_LINE = 22;
    private static final double LAST_LINE = 8;
    private static final double LEFT = 44;
    private static final double RIGHT = 40;
    private static final double NAMES = 150;
    private static final double GAP = 4;
    private static final double LETTER = 12;
    private static final int LONGEST_NAME = 12;
    private static final String GREY = "D5DAE0";
    private static final String AXIS = "5A6672";

    private final Chart chart;
    private final Canvas canvas;
    private final double height;
    private final double least;
    private final double most;
    private final double step;

    private ChartPainting(Chart chart, Canvas canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.height = height(chart);
        double low = Math.min(0, values().min().orElse(0));
        double high = Math.max(0, values().max().orElse(1));
        this.step = step((high - low) / 5);
        this.least = Math.floor(low / step) * step;
        this.most = Math.max(Math.ceil(high / step) * step, least + step);
    }

    static void paint(Chart chart, Canvas canvas) {
        var painting = new ChartPainting(chart, canvas);
        painting.legend();
        switch (chart.kind()) {
            case LINES -> painting.lines();
            case COLUMNS -> painting.columns();
            case BARS -> painting.bars();
        }
    }

    static double height(Chart chart) {
        return WordCharts.heightMm(chart) * PER_MM;
    }

    private void legend() {
        canvas.text(0, 14, "单位：" + chart.unit(), Anchor.START);
        if (chart.series().size() < 2) return;
        double x = NAMES;
        for (int i = 0; i < chart.series().size(); i++) {
            canvas.rectangle(x, 5, 10, 10, colour(i));
            canvas.text(x + 14, 14, chart.series().get(i).name(), Anchor.START);
            x += 40 + 12 * chart.series().get(i).name().length();
        }
    }

    private void grid() {
        for (int i = 0; i <= Math.round((most - least) / step); i++) {
            double value = least + i * step;
            canvas.line(LEFT, y(value), WIDTH - RIGHT, y(value), 0.5, GREY);
            canvas.text(LEFT - 4, y(value) + 4, shown(value), Anchor.END);
        }
        canvas.line(LEFT, y(0), WIDTH - RIGHT, y(0), 1, AXIS);
        int names = chart.categories().size();
        double room = (WIDTH - LEFT - RIGHT) / names;
        double widest = chart.categories().stream()
                .mapToDouble(ChartPainting::width)
                .max()
                .orElse(0);
        int every = Math.max(1, (int) Math.ceil((widest + GAP) / room));
        if (chart.kind() == Kind.COLUMNS && every > 1) {
            for (int i = 0; i < names; i++) folded(chart.categories().get(i), x(i));
            return;
        }
        for (int i = 0; i < names; i++) {
            boolean last = i == names - 1;
            if (last || (i % every == 0 && names - 1 - i >= every)) {
                canvas.text(x(i), height - SECOND_LINE, chart.categories().get(i), Anchor.MIDDLE);
            }
        }
    }

    /** A name over two lines, where all would not stand beside each other. */
    private void folded(String name, double x) {
        int half = name.length() > 3 ? (name.length() + 1) / 2 : name.length();
        canvas.text(x, height - SECOND_LINE, name.substring(0, half), Anchor.MIDDLE);
        if (half < name.length()) canvas.text(x, height - LAST_LINE, name.substring(half), Anchor.MIDDLE);
    }

    private void lines() {
        grid();
        for (int i = 0; i < chart.series().size(); i++) {
            List<@Nullable Double> values = chart.series().get(i).values();
            int before = -1;
            for (int k = 0; k < values.size(); k++) {
                Double value = values.get(k);
                if (value == null) continue;
                Double earlier = before < 0 ? null : values.get(before);
                if (earlier != null) canvas.line(x(before), y(earlier), x(k), y(value), 2, colour(i));
                before = k;
            }
            Double last = before < 0 ? null : values.get(before);
            if (last != null) canvas.text(x(before) + 5, y(last) + (i == 0 ? -3 : 12), shown(last), Anchor.START);
        }
    }

    private void columns() {
        grid();
        double room = (WIDTH - LEFT - RIGHT) / chart.categories().size();
        double width = Math.min(34, room * 0.7 / chart.series().size());
        for (int i = 0; i < chart.series().size(); i++) {
            List<@Nullable Double> values = chart.series().get(i).values();
            for (int k = 0; k < values.size(); k++) {
                Double value = values.get(k);
                if (value == null) continue;
                double left = x(k) + (i - chart.series().size() / 2.0) * width;
                double top = Math.min(y(0), y(value));
                canvas.rectangle(left, top, width * 0.92, Math.abs(y(value) - y(0)), colour(i));
                canvas.text(left + width / 2, value < 0 ? y(value) + 13 : top - 4, shown(value), Anchor.MIDDLE);
            }
        }
    }

    private void bars() {
        double room = (height - TOP) / chart.categories().size();
        double width = room * 0.72 / chart.series().size();
        double zero = along(0);
        for (int k = 0; k < chart.categories().size(); k++) {
            double top = TOP + k * room + room * 0.14;
            canvas.text(
                    NAMES - 8,
                    top + room * 0.36 + 4,
                    shortened(chart.categories().get(k)),
                    Anchor.END);
            for (int i = 0; i < chart.series().size(); i++) {
                Double value = chart.series().get(i).values().get(k);
                if (value == null) continue;
                double end = along(value);
                canvas.rectangle(Math.min(zero, end), top + i * width, Math.abs(end - zero), width * 0.94, colour(i));
                canvas.text(Math.max(zero, end) + 4, top + i * width + width / 2 + 4, shown(value), Anchor.START);
            }
        }
        canvas.line(zero, TOP, zero, height, 1, AXIS);
    }

    private double along(double value) {
        return NAMES + (value - least) / (most - least) * (WIDTH - NAMES - RIGHT);
    }

    private double x(int index) {
        double room = (WIDTH - LEFT - RIGHT) / chart.categories().size();
        return LEFT + room * (index + 0.5);
    }

    private double y(double value) {
        return TOP + (most - value) / (most - least) * (height - TOP - BOTTOM);
    }

    private DoubleStream values() {
        return chart.series().stream()
                .map(Series::values)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }

    /** 1, 2 or 5 times a power of ten, at least as large. */
    private static double step(double least) {
        if (least <= 0) return 1;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : new double[] {1, 2, 5}) if (step * power >= least) return step * power;
        return 10 * power;
    }

    private String shown(double value) {
        int decimals = chart.isWhole() && step >= 1 ? 0 : 1;
        return Wording.plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** About how wide text is. */
    private static double width(String text) {
        return text.chars()
                .mapToDouble(one -> one < 128 ? LETTER * 0.56 : LETTER)
                .sum();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static String colour(int index) {
        return WordCharts.COLOURS.get(index % WordCharts.COLOURS.size());
    }
}
