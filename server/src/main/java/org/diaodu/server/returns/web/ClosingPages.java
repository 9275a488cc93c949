package org.diaodu.server.returns.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.returns.Closing;
import org.diaodu.server.returns.Closings;
import org.diaodu.server.returns.Completeness;
import org.diaodu.server.returns.PeriodCount;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Closing a period unit by unit, and reopening it with two people. */
@Controller
class ClosingPages {

    private final Closings closings;
    private final Completeness completeness;
    private final Units units;
    private final Periods periods;

    ClosingPages(Closings closings, Completeness completeness, Units units, Periods periods) {
        this.closings = closings;
        this.completeness = completeness;
        this.units = units;
        this.periods = periods;
    }

    @GetMapping("/closing")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
    @Transactional(readOnly = true)
    String show(
            @RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String unit, Model model) {
        if (!unit.isEmpty()) {
            Callers.requireUnit(unit);
        }
        Period parsed = periods.parse(period);
        Caller caller = Callers.current();
        model.addAttribute("period", parsed);
        model.addAttribute("periods", periods.offered());
        model.addAttribute("lines", lines(parsed, unit));
        model.addAttribute("user", caller.name());
        model.addAttribute("mayClose", caller.has(Role.ANALYST));
        return "returns/closing";
    }

    private List<ClosingLine> lines(Period period, String below) {
        Map<String, PeriodCount> counts = completeness.byRegion(period);
        Map<String, Closing> standing = closings.standing(period);
        List<Unit> all = units.within(Callers.current().scope());
        List<ClosingLine> lines = new ArrayList<>();
        for (Unit unit : all) {
            if (below.isEmpty() || unit.code().startsWith(Regional.prefix(below))) {
                lines.add(new ClosingLine(
                        unit, count(counts, unit), standing.get(unit.code()), openBelow(all, standing, unit)));
            }
        }
        return lines;
    }

    private static PeriodCount count(Map<String, PeriodCount> counts, Unit unit) {
        return counts.entrySet().stream()
                .filter(entry -> unit.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(PeriodCount.NONE, PeriodCount::plus);
    }

    private static int openBelow(List<Unit> all, Map<String, Closing> standing, Unit unit) {
        return (int) all.stream()
                .filter(other -> other.level().ordinal() == unit.level().ordinal() + 1
                        && unit.contains(other.code())
                        && !standing.containsKey(other.code()))
                .count();
    }

    @PostMapping("/closing/close")
    @PreAuthorize("hasRole('ANALYST')")
    String close(@RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String unit) {
        Period parsed = periods.parse(period);
        closings.close(parsed, unit);
        return back(parsed);
    }

    @PostMapping("/closing/reopen")
    @PreAuthorize("hasRole('ANALYST')")
    String requestReopening(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason) {
        Period parsed = periods.parse(period);
        closings.requestReopening(parsed, unit, reason);
        return back(parsed);
    }

    @PostMapping("/closing/approve")
    @PreAuthorize("hasRole('ANALYST')")
    String approve(@RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String unit) {
        Period parsed = periods.parse(period);
        closings.approve(parsed, unit);
        return back(parsed);
    }

    @PostMapping("/closing/decline")
    @PreAuthorize("hasRole('ANALYST')")
    String decline(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason) {
        Period parsed = periods.parse(period);
        closings.decline(parsed, unit, reason);
        return back(parsed);
    }

    private static String back(Period period) {
        return "redirect:/closing?period=" + period.iso();
    }
}
