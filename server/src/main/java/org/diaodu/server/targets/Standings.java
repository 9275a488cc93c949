package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diaodu.server.calendar.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out how far targets are, and keeps it: one row a day, written only where something changed. */
@Component
class Standings {

    private static final int DECIMALS = 6;
    private static final int NEAR_DAYS = 30;

    private final JdbcClient jdbc;
    private final PlatformFigures figures;
    private final TargetReportRows reports;
    private final TargetLight lights;
    private final TargetNews news;
    private final BusinessClock clock;

    Standings(
            JdbcClient jdbc,
            PlatformFigures figures,
            TargetReportRows reports,
            TargetLight lights,
            TargetNews news,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.reports = reports;
        this.lights = lights;
        this.news = news;
        this.clock = clock;
    }

    /** The figures of a target so far, oldest first: the platform's own, or what was reported. */
    List<Point> points(Target target) {
        Optional<Measure> measure = target.measured();
        if (measure.isEmpty()) return reports.points(target);
        TreeMap<LocalDate, BigDecimal> points = new TreeMap<>();
        for (Point point : kept(target)) points.put(point.day(), point.value());
        for (Point point : figures.of(measure.get(), target.region(), target.begins(), target.due())) {
            points.put(point.day(), point.value());
        }
        List<Point> found = new ArrayList<>();
        for (Map.Entry<LocalDate, BigDecimal> point : points.entrySet()) {
            found.add(new Point(point.getKey(), point.getValue()));
        }
        return found;
    }

    private List<Point> kept(Target target) {
        return jdbc.sql("select value_day, value from target_standing where target_id = :target order by day")
                .param("target", target.id())
                .query((row, number) ->
                        new Point(row.getObject("value_day", LocalDate.class), row.getBigDecimal("value")))
                .list();
    }

    /** Looks again and keeps what is new; tells the owner of a light that turned red and of a day that comes near. */
    void refresh(Target target) {
        LocalDate today = clock.today();
        List<Point> points = points(target);
        Standing before = target.standing();
        if (!points.isEmpty()) {
            Standing now = standing(target, points.getLast(), today);
            if (before == null || !alike(before, now)) keep(target, now);
            if (now.isRed() && (before == null || !before.isRed())) news.red(target, now);
        }
        long left = today.until(target.due(), java.time.temporal.ChronoUnit.DAYS);
        if (left >= 0 && left <= NEAR_DAYS) news.nearing(target, left);
    }

    private Standing standing(Target target, Point latest, LocalDate today) {
        BigDecimal end = target.aim().end(latest.value());
        BigDecimal expected = Pace.expected(
                        target.course(), target.base(), end, target.begins(), target.due(), latest.day())
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        TargetLight.Light light = lights.of(target.aim(), latest.value(), expected, today);
        return new Standing(
                today, latest.value(), latest.day(), expected, light.percent(), light.colour(), Instant.now());
    }

    private static boolean alike(Standing one, Standing other) {
        return one.value().compareTo(other.value()) == 0
                && one.valueDay().equals(other.valueDay())
                && one.expected().compareTo(other.expected()) == 0
                && same(one.percent(), other.percent())
                && one.light().equals(other.light());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private void keep(Target target, Standing now) {
        jdbc.sql("""
                insert into target_standing (target_id, day, value, value_day, expected, percent, light, computed_at)
                values (:target, :day, :value, :valueDay, :expected, :percent, :light, :at)
                on conflict (target_id, day) do update set value = excluded.value, value_day = excluded.value_day,
                    expected = excluded.expected, percent = excluded.percent, light = excluded.light,
                    computed_at = excluded.computed_at
                """)
                .param("target", target.id())
                .param("day", now.day())
                .param("value", now.value())
                .param("valueDay", now.valueDay())
                .param("expected", now.expected())
                .param("percent", now.percent(), Types.NUMERIC)
                .param("light", now.light())
                .param("at", Timestamp.from(now.computedAt()))
                .update();
    }

    /** What it takes from the latest figure on. */
    Need need(Target target) {
        Standing now = target.standing();
        if (now == null || !target.state().isOpen()) return new Need.Nothing();
        BigDecimal end = target.aim().end(now.value());
        boolean reached = target.aim().isReachedBy(now.value());
        if (target.course() != Course.RATE) {
            if (reached && !target.aim().isCeiling()) return new Need.Reached();
            BigDecimal perMonth = Pace.perMonth(end, now.value(), now.valueDay(), target.due());
            BigDecimal months = Pace.months(now.valueDay().plusDays(1), target.due());
            return perMonth == null ? new Need.Nothing() : new Need.PerMonth(perMonth, months);
        }
        boolean growth = target.measured().filter(one -> one == Measure.VALUE_ADDED_GROWTH).isPresent()
                && target.begins().getYear() == target.due().getYear();
        return growth ? restOfYear(target, now, end) : new Need.Rate(end);
    }

    private Need restOfYear(Target target, Standing now, BigDecimal end) {
        Optional<BigDecimal> known = figures.baseShare(target.region(), now.valueDay());
        BigDecimal base = known.orElseGet(() -> Pace.months(target.begins(), now.valueDay())
                .multiply(BigDecimal.valueOf(100))
                .divide(Pace.months(target.begins(), target.due()), java.math.MathContext.DECIMAL64));
        BigDecimal rest = Pace.restOfYear(end, now.value(), base);
        return rest == null ? new Need.Nothing() : new Need.RestOfYear(rest, base, known.isPresent());
    }
}
