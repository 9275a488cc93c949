package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Selection;
import org.diaodu.growth.Status;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.cockpit.CockpitTiles;
import org.diaodu.server.cockpit.GrowthFigures;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** What the platform itself knows of targets: growth accounts, the register's size, and what other rooms count. */
@Component
class PlatformFigures {

    private static final int DECIMALS = 6;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final GrowthFigures growth;
    private final List<CockpitTiles> tiles;
    private final List<Counted> counted;
    private final Units units;
    private final BusinessClock clock;

    PlatformFigures(
            GrowthFigures growth,
            List<CockpitTiles> tiles,
            List<Counted> counted,
            Units units,
            BusinessClock clock) {
        this.growth = growth;
        this.tiles = tiles;
        this.counted = counted;
        this.units = units;
        this.clock = clock;
    }

    /** The figures of a target's region in the time it has, oldest first; of what is only counted now, the one of today. */
    List<Point> of(Measure measure, String region, LocalDate begins, LocalDate due) {
        Optional<Unit> unit = units.find(region);
        if (unit.isEmpty()) return List.of();
        LocalDate today = clock.today();
        return switch (measure) {
            case VALUE_ADDED_GROWTH, GROSS_OUTPUT, ENTERPRISES -> {
                GrowthFigures.Snapshot now = growth.of(new Scope(unit.get().prefix(), null));
                List<Point> points = new ArrayList<>();
                for (Period period : now.periods()) {
                    LocalDate day = period.last().atEndOfMonth();
                    if (day.isBefore(begins) || day.isAfter(due) || day.isAfter(today)) continue;
                    value(measure, now, period, begins).ifPresent(value -> points.add(new Point(day, value)));
                }
                yield points;
            }
            case CASES_SIGNED_OFF, APPEALS_SETTLED, POLICY_REACHED, MONEY_PAID -> {
                boolean within = !today.isBefore(begins) && !today.isAfter(due);
                yield within
                        ? counted(measure, unit.get()).map(value -> List.of(new Point(today, value))).orElse(List.of())
                        : List.of();
            }
        };
    }

    private static Optional<BigDecimal> value(
            Measure measure, GrowthFigures.Snapshot now, Period period, LocalDate begins) {
        if (measure == Measure.VALUE_ADDED_GROWTH) {
            Double growth = now.total(period.toYearToDate(), Selection.ALL).growthPct();
            return growth == null ? Optional.empty() : Optional.of(decimal(growth));
        }
        if (measure == Measure.ENTERPRISES) return Optional.of(BigDecimal.valueOf(enterprises(now.observations(period))));
        double thousandYuan = output(now.observations(period.toYearToDate()));
        for (int year = begins.getYear(); year < period.year(); year++) {
            thousandYuan += output(now.observations(Period.yearToDate(year, 12)));
        }
        return Optional.of(decimal(thousandYuan).multiply(THOUSAND));
    }

    private static long enterprises(Observations rows) {
        long listed = 0;
        for (int row = 0; row < rows.size(); row++) if (rows.status(row) != Status.EXIT) listed++;
        return listed;
    }

    private static double output(Observations rows) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) sum += Double.isNaN(rows.output(row)) ? 0 : rows.output(row);
        return sum;
    }

    private Optional<BigDecimal> counted(Measure measure, Unit unit) {
        for (Counted one : counted) if (one.measure() == measure) return Optional.of(one.of(unit));
        return tiles.stream()
                .flatMap(room -> room.tiles(unit).stream())
                .filter(tile -> tile.key().equals(measure.tile()))
                .map(CockpitTile::figure)
                .map(BigDecimal::valueOf)
                .findFirst();
    }

    /** The share of a year's months up to a day in the year's value added, by the year before, per cent; empty where it is not known. */
    Optional<BigDecimal> baseShare(String region, LocalDate day) {
        return units.find(region).flatMap(unit -> {
            GrowthFigures.Snapshot now = growth.of(new Scope(unit.prefix(), null));
            Period whole = Period.yearToDate(day.getYear() - 1, 12);
            if (!now.periods().contains(whole.reporting())) return Optional.empty();
            double all = now.account(whole, Selection.ALL, List.of()).value();
            Period part = Period.yearToDate(day.getYear() - 1, Math.max(2, day.getMonthValue()));
            double some = now.account(part, Selection.ALL, List.of()).value();
            return all > 0 ? Optional.of(decimal(some / all).multiply(HUNDRED)) : Optional.empty();
        });
    }

    /** The share of each region directly below in the value added of the year before, per cent, by code. */
    Map<String, BigDecimal> shares(Unit unit, int year) {
        GrowthFigures.Snapshot now = growth.of(new Scope(unit.prefix(), null));
        Period whole = Period.yearToDate(year - 1, 12);
        if (unit.level() == Unit.Level.COUNTY || !now.periods().contains(whole.reporting())) return Map.of();
        String below = unit.level() == Unit.Level.PROVINCE ? "prefecture" : "county";
        GrowthAccount account = now.account(whole, Selection.ALL, List.of(Dimension.REGION.at(below)));
        return hundredths(account.groups(Dimension.REGION, below));
    }

    /** Shares of 100 with two decimals that are 100 together: what rounding leaves goes to the largest. */
    private static Map<String, BigDecimal> hundredths(List<Group> groups) {
        double all = groups.stream().mapToDouble(Group::value).sum();
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal left = HUNDRED;
        for (Group group : groups) {
            if (!(group.value() > 0)) continue;
            BigDecimal share = BigDecimal.valueOf(group.value() / all * 100).setScale(2, RoundingMode.HALF_UP);
            shares.put(group.code(), share);
            left = left.subtract(share);
        }
        BigDecimal rest = left;
        shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(largest -> largest.setValue(largest.getValue().add(rest)));
        return shares;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
