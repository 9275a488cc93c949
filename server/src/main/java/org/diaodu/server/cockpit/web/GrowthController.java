package org.diaodu.server.cockpit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.GrowthFigures;
import org.diaodu.server.cockpit.GrowthQuery;
import org.diaodu.server.cockpit.GrowthRow;
import org.diaodu.server.cockpit.GrowthTables;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Exploring growth: the whole view is in its address. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
@Transactional(readOnly = true)
class GrowthController {
    private final GrowthFigures figures;
    private final GrowthTables tables;
    private final Enterprises enterprises;
    private final Place place;

    GrowthController(GrowthFigures figures, GrowthTables tables, Enterprises enterprises, Place place) {
        this.figures = figures;
        this.tables = tables;
        this.enterprises = enterprises;
        this.place = place;
    }

    @GetMapping("/growth")
    String growth(
            @RequestParam Map<String, String> given,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Unit unit = place.unit(given.getOrDefault("unit", ""));
        GrowthFigures.Snapshot now = figures.of(new Scope(unit.prefix(), null));
        List<Period> filed = now.periods();
        List<GrowthQuery.Fault> faults = new ArrayList<>();
        GrowthQuery query = GrowthQuery.of(given, unit, latest(filed, page), faults);
        var table = tables.of(query, now);
        response.setHeader("HX-Push-Url", query.address().toString());
        var view = new GrowthView(
                table,
                now.isProvisional(query.period()),
                now.version(query.period()),
                faults,
                place.path(unit),
                CockpitController.choices(filed, query.period()),
                now.codes(query.period()),
                Map.of(),
                GrowthCharts.bars(page, table));
        model.addAttribute("view", withIds(view));
        return "cockpit/growth";
    }

    static Period latest(List<Period> filed, PageContext page) {
        Period period = filed.isEmpty()
                ? Period.month(YearMonth.from(page.businessDate()).minusMonths(1))
                        .reporting()
                : filed.getLast();
        return period.toYearToDate();
    }

    private GrowthView withIds(GrowthView view) {
        if (!view.query().isByEnterprise()) return view;
        List<String> codes = view.shown().stream().map(GrowthRow::creditCode).toList();
        Map<String, Long> ids = new HashMap<>();
        enterprises
                .byCreditCode(codes, view.query().period().last())
                .forEach((code, enterprise) -> ids.put(code, enterprise.id()));
        return new GrowthView(
                view.table(),
                view.provisional(),
                view.version(),
                view.faults(),
                view.path(),
                view.periods(),
                view.choices(),
                ids,
                view.chart());
    }
}
