package org.diaodu.server.cockpit;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.growth.Dimension;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Observations;
import org.diaodu.growth.Selection;
import org.diaodu.growth.Status;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works out the cockpit of a unit. */
@Component
@Transactional(readOnly = true)
public class Cockpits {
    private static final int TREND_POINTS = 36;
    private static final int ENTERPRISES = 10;
    private final GrowthFigures figures;
    private final Comparators comparators;
    private final GrowthTargets targets;

    Cockpits(GrowthFigures figures, Comparators comparators, GrowthTargets targets) {
        this.figures = figures;
        this.comparators = comparators;
        this.targets = targets;
    }

    public Cockpit of(Unit unit, Period period) {
        GrowthFigures.Snapshot now = figures.of(new Scope(unit.prefix(), null));
        Cockpit worked = now.cockpit(unit, period, () -> worked(unit, period, now));
        return worked.beside(comparisons(unit, period, worked.main(), now));
    }

    private static Cockpit worked(Unit unit, Period period, GrowthFigures.Snapshot now) {
        String below = Cockpit.levelBelow(unit);
        Dimension division = Dimension.INDUSTRY.at("division");
        List<Dimension> dimensions = below == null ? List.of(division) : List.of(division, Dimension.REGION.at(below));
        Period yearToDate = period.toYearToDate();
        GrowthAccount ytd = now.account(yearToDate, Selection.ALL, dimensions);
        GrowthAccount month = now.account(period.reporting(), Selection.ALL, dimensions);
        GrowthAccount main = period.equals(yearToDate) ? ytd : month;
        List<Group> industries = main.groups(Dimension.INDUSTRY, "division");
        return new Cockpit(
                unit,
                period,
                now.isProvisional(period),
                now.version(period),
                ytd,
                month,
                main,
                List.of(),
                industries,
                below == null ? List.of() : main.groups(Dimension.REGION, below),
                main.contributions().top(ENTERPRISES),
                main.contributions().bottom(ENTERPRISES),
                key(now.observations(period)),
                growing(industries),
                Trend.of(now, period, TREND_POINTS));
    }

    /** The reporting periods a unit has returns for, oldest first. */
    public List<Period> periods(Unit unit) {
        return figures.of(new Scope(unit.prefix(), null)).periods();
    }

    private List<Comparison> comparisons(Unit unit, Period period, GrowthAccount main, GrowthFigures.Snapshot now) {
        List<Comparison> found = new ArrayList<>();
        Double growth = main.growthPct();
        if (growth == null) return found;
        GrowthTarget target = targets.find(period.year(), unit.code());
        if (target != null) {
            found.add(new Comparison(
                    "target", target.value(), growth - target.value(), target.source(), target.href()));
        }
        add(found, "nation", comparators.find(period, PublishedFigure.VALUE_ADDED, PublishedFigure.NATION), growth);
        add(found, "gdp", comparators.find(period, PublishedFigure.GDP, unit.code()), growth);
        add(found, "nationGdp", comparators.find(period, PublishedFigure.GDP, PublishedFigure.NATION), growth);
        Period before = period.samePeriodLastYear();
        Double lastYear = now.periods().contains(before.reporting())
                ? now.total(before, Selection.ALL).growthPct()
                : null;
        if (lastYear != null) {
            String href = "/cockpit?unit=" + unit.code() + "&period=" + before.iso();
            found.add(new Comparison("lastYear", lastYear, growth - lastYear, before.chinese(), href));
        }
        return found;
    }

    private static void add(
            List<Comparison> found,
            String key,
            @org.jspecify.annotations.Nullable PublishedFigure figure,
            double growth) {
        if (figure == null) return;
        String anchor = "/sources#" + figure.indicator() + "-" + figure.scope() + "-"
                + figure.period().iso();
        found.add(new Comparison(key, figure.value(), growth - figure.value(), figure.source(), anchor));
    }

    private static Cockpit.Count key(Observations rows) {
        int all = 0;
        int falling = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.code("key", row).equals("true") || rows.status(row) == Status.EXIT) continue;
            all++;
            if (rows.output(row) < rows.base(row)) falling++;
        }
        return new Cockpit.Count(falling, all);
    }

    private static Cockpit.Count growing(List<Group> industries) {
        int counted =
                (int) industries.stream().filter(g -> g.growthPct() != null).count();
        int growing = (int) industries.stream()
                .filter(g -> g.growthPct() instanceof Double growth && growth > 0)
                .count();
        return new Cockpit.Count(growing, counted);
    }
}
