package org.diaodu.server.cockpit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.Cockpit;
import org.diaodu.server.cockpit.Cockpits;
import org.diaodu.server.cockpit.Comparison;
import org.diaodu.server.cockpit.GrowthFigures;
import org.diaodu.server.cockpit.GrowthQuery;
import org.diaodu.server.cockpit.GrowthRow;
import org.diaodu.server.cockpit.GrowthTable;
import org.diaodu.server.cockpit.GrowthTables;
import org.diaodu.server.pages.PageContext;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of growth show, as JSON at full precision. */
@RestController
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
@Transactional(readOnly = true)
class GrowthApi {
    private final GrowthFigures figures;
    private final GrowthTables tables;
    private final Cockpits cockpits;
    private final Place place;

    /** A view of growth: what is selected as a whole, and its lines. */
    record GrowthAnswer(
            String unit,
            String period,
            boolean provisional,
            String version,
            @Nullable Double growthPct,
            double base,
            double value,
            int enterprises,
            @Nullable Double nominalPct,
            @Nullable Double pricePp,
            double residualPp,
            List<GrowthRow> rows,
            List<GrowthQuery.Fault> faults) {}

    /** The figures of the cockpit. */
    record CockpitAnswer(
            String unit,
            String period,
            boolean provisional,
            @Nullable Double yearToDatePct,
            @Nullable Double monthPct,
            List<Comparison> comparisons,
            Cockpit.Count fallingKeyEnterprises,
            Cockpit.Count growingIndustries) {}

    GrowthApi(GrowthFigures figures, GrowthTables tables, Cockpits cockpits, Place place) {
        this.figures = figures;
        this.tables = tables;
        this.cockpits = cockpits;
        this.place = place;
    }

    @GetMapping("/api/growth")
    @Operation(summary = "Growth and contributions; the parameters are those of the page /growth")
    @Parameter(name = "unit", in = ParameterIn.QUERY, description = "six-digit region code; one's own if left out")
    @Parameter(name = "period", in = ParameterIn.QUERY, description = "2022-03 or 2022-01..2022-03")
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description = "region, industry, size, ownership, park, chain, key or enterprise")
    @Parameter(name = "level", in = ParameterIn.QUERY, description = "level of that axis, e.g. county or group")
    @Parameter(name = "cross", in = ParameterIn.QUERY, description = "a second axis")
    @Parameter(name = "against", in = ParameterIn.QUERY, description = "a period to compare with")
    GrowthAnswer growth(
            @Parameter(hidden = true) @RequestParam Map<String, String> given,
            @Parameter(hidden = true) @ModelAttribute("page") PageContext page) {
        Unit unit = place.unit(given.getOrDefault("unit", ""));
        GrowthFigures.Snapshot now = figures.of(new Scope(unit.prefix(), null));
        List<GrowthQuery.Fault> faults = new ArrayList<>();
        GrowthQuery query = GrowthQuery.of(given, unit, GrowthController.latest(now.periods(), page), faults);
        GrowthTable table = tables.of(query, now);
        var account = table.account();
        return new GrowthAnswer(
                unit.code(),
                query.period().iso(),
                now.isProvisional(query.period()),
                now.version(query.period()),
                account.growthPct(),
                account.base(),
                account.value(),
                account.enterprises(),
                account.nominalPct(),
                account.pricePp(),
                account.residualPp(),
                table.rows(),
                faults);
    }

    @GetMapping("/api/cockpit")
    @Operation(summary = "The headline figures of a unit")
    CockpitAnswer cockpit(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period,
            @Parameter(hidden = true) @ModelAttribute("page") PageContext page) {
        Unit of = place.unit(unit);
        Period wanted = period.isEmpty()
                ? GrowthController.latest(cockpits.periods(of), page)
                : CockpitController.parsed(period);
        Cockpit cockpit = cockpits.of(of, wanted);
        return new CockpitAnswer(
                of.code(),
                wanted.iso(),
                cockpit.provisional(),
                cockpit.yearToDate().growthPct(),
                cockpit.month().growthPct(),
                cockpit.comparisons(),
                cockpit.key(),
                cockpit.diffusion());
    }
}
