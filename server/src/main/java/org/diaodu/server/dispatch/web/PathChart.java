package org.diaodu.server.dispatch.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.diaodu.server.dispatch.CaseOutcome.PathPoint;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * Growth of an enterprise and of those it is compared with as lines in a drawing of 640 by 220: x by period, y by growth,
 * with zero, the opening, and where the last label of each line stands.
 */
public record PathChart(List<PathPoint> points, Period opened) {

    public static final int WIDTH = 640;
    public static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int RIGHT = 116;
    private static final int TOP = 20;
    private static final int BOTTOM = 28;
    private static final int APART = 14;

    /** A step of the scale. */
    public record Tick(double growthPct, double y) {}

    /** A period under the axis. */
    public record Label(Period period, double x) {}

    public String own() {
        return line(PathPoint::growthPct);
    }

    public String matched() {
        return line(PathPoint::matchedPct);
    }

    private String line(Function<PathPoint, @Nullable Double> figure) {
        var path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < points.size(); i++) {
            Double growth = figure.apply(points.get(i));
            if (growth != null) {
                path.append(String.format(Locale.ROOT, drawing ? "L%.1f %.1f" : "M%.1f %.1f", x(i), y(growth)));
            }
            drawing = growth != null;
        }
        return path.toString();
    }

    public double x(int i) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (points.size() < 2 ? 0 : i / (double) (points.size() - 1));
    }

    public double y(double growthPct) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (top() - growthPct) / (top() - bottom());
    }

    public double right() {
        return WIDTH - RIGHT + 6.0;
    }

    /** The height of the opening's line; −1 where it is not shown. */
    public double openedX() {
        for (int i = 0; i < points.size(); i++) if (points.get(i).period().equals(opened)) return x(i);
        return -1;
    }

    public int plotTop() {
        return TOP;
    }

    public int plotBottom() {
        return HEIGHT - BOTTOM;
    }

    public int left() {
        return LEFT;
    }

    /** The last figure of the enterprise, and the place of its label. */
    public @Nullable Tick ownEnd() {
        return end(PathPoint::growthPct, null);
    }

    /** The same of those it is compared with, out of the way of the other label. */
    public @Nullable Tick matchedEnd() {
        return end(PathPoint::matchedPct, ownEnd());
    }

    private @Nullable Tick end(Function<PathPoint, @Nullable Double> figure, @Nullable Tick other) {
        Double last = points.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .reduce((a, b) -> b)
                .orElse(null);
        if (last == null) return null;
        double y = y(last);
        if (other != null && Math.abs(y - other.y()) < APART) {
            y = other.growthPct() >= last ? other.y() + APART : other.y() - APART;
        }
        return new Tick(last, y);
    }

    public List<Tick> ticks() {
        double step = step();
        List<Tick> ticks = new java.util.ArrayList<>();
        for (double at = Math.ceil(bottom() / step) * step; at <= top() + 1e-9; at += step)
            ticks.add(new Tick(at, y(at)));
        return ticks;
    }

    private double step() {
        for (double step : new double[] {5, 10, 20, 25, 50}) if ((top() - bottom()) / step <= 5) return step;
        return 100;
    }

    /** Every third period, counted from the last. */
    public List<Label> labels() {
        List<Label> labels = new java.util.ArrayList<>();
        for (int i = points.size() - 1; i >= 0; i -= 3)
            labels.addFirst(new Label(points.get(i).period(), x(i)));
        return labels;
    }

    private double top() {
        return Math.max(5, extreme(true)) + 2;
    }

    private double bottom() {
        return Math.min(-5, extreme(false)) - 2;
    }

    private double extreme(boolean highest) {
        var figures = points.stream()
                .flatMap(point -> java.util.stream.Stream.of(point.growthPct(), point.matchedPct()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
        return (highest ? figures.max() : figures.min()).orElse(0);
    }
}
