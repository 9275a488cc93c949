package org.diaodu.server.cockpit.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.diaodu.growth.EnterpriseContribution;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.Cockpit;
import org.diaodu.server.cockpit.CockpitCounts;
import org.diaodu.server.cockpit.CockpitTiles;
import org.diaodu.server.cockpit.Cockpits;
import org.diaodu.server.cockpit.Intake;
import org.diaodu.server.cockpit.Intakes;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.standards.Outlines;
import org.diaodu.standards.Period;
import org.diaodu.standards.StandardsException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The cockpit and its wall. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
@Transactional(readOnly = true)
class CockpitController {
    private final Cockpits cockpits;
    private final Intakes intakes;
    private final Enterprises enterprises;
    private final Place place;
    private final List<CockpitTiles> tiles;
    private final List<CockpitCounts> counts;

    CockpitController(
            Cockpits cockpits,
            Intakes intakes,
            Enterprises enterprises,
            Place place,
            List<CockpitTiles> tiles,
            List<CockpitCounts> counts) {
        this.cockpits = cockpits;
        this.intakes = intakes;
        this.enterprises = enterprises;
        this.place = place;
        this.tiles = tiles;
        this.counts = counts;
    }

    @GetMapping("/cockpit")
    String cockpit(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "industry") String by,
            @ModelAttribute("page") PageContext page,
            Model model) {
        model.addAttribute("view", view(unit, period, by, page));
        return "cockpit/cockpit";
    }

    @GetMapping("/cockpit/wall")
    String wall(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "industry") String by,
            @ModelAttribute("page") PageContext page,
            Model model) {
        model.addAttribute("view", view(unit, period, by, page));
        return "cockpit/wall";
    }

    private CockpitView view(String unitCode, String periodText, String by, PageContext page) {
        Unit unit = place.unit(unitCode);
        List<Period> filed = cockpits.periods(unit);
        Period latest = filed.isEmpty()
                ? Period.month(YearMonth.from(page.businessDate()).minusMonths(1))
                        .reporting()
                : filed.getLast();
        Period period = periodText.isEmpty() ? latest.toYearToDate() : parsed(periodText);
        Cockpit figures = cockpits.of(unit, period);
        String split = by.equals("region") && !figures.regions().isEmpty() ? "region" : "industry";
        CockpitCharts charts = new CockpitCharts(page, figures);
        Intake intake = intakes.of(unit, period.reporting());
        return new CockpitView(
                figures,
                intake,
                split,
                place.path(unit),
                place.below(unit),
                choices(filed, period),
                ids(figures),
                new CockpitLead(page, figures).text(),
                charts.waterfall(split),
                charts.map(Outlines.under(unit.code()) != null),
                charts.trend(),
                tiles.stream().flatMap(one -> one.tiles(unit).stream()).toList(),
                counts.stream()
                        .map(one -> charts.counted(one, Outlines.under(unit.code()) != null))
                        .filter(Objects::nonNull)
                        .toList());
    }

    static Period parsed(String text) {
        try {
            Period period = Period.parse(text);
            if (period.isReporting() || period.equals(period.toYearToDate())) return period;
        } catch (StandardsException e) {
            throw Problem.badRequest(e.code(), e.zh(), e.en());
        }
        throw Problem.badRequest(
                "CO02",
                "驾驶舱只有当月和累计：" + text + "。例如 2022-03 或 2022-01..2022-03。",
                "The cockpit knows months and year-to-date, not " + text + ". Maybe 2022-03 or 2022-01..2022-03.");
    }

    /** Year-to-date and month of every period filed, the latest first. */
    static List<Period> choices(List<Period> filed, Period chosen) {
        List<Period> choices = new ArrayList<>();
        for (Period period : filed.reversed()) {
            choices.add(period.toYearToDate());
            if (!period.equals(period.toYearToDate())) choices.add(period);
        }
        if (!choices.contains(chosen)) choices.addFirst(chosen);
        return choices;
    }

    private Map<String, Long> ids(Cockpit figures) {
        List<String> codes = Stream.concat(figures.pullingUp().stream(), figures.pullingDown().stream())
                .map(EnterpriseContribution::creditCode)
                .distinct()
                .toList();
        Map<String, Long> ids = new HashMap<>();
        enterprises
                .byCreditCode(codes, figures.period().last())
                .forEach((code, enterprise) -> ids.put(code, enterprise.id()));
        return ids;
    }
}
