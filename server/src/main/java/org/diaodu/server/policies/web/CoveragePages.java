package org.diaodu.server.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Numbers;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.coverage.Axis;
import org.diaodu.server.policies.coverage.PolicyCoverage;
import org.diaodu.server.policies.coverage.Reached;
import org.diaodu.server.policies.coverage.Unreached;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** How far policies reach: by policy, city and size, what is left, and whom a policy reaches not at all. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'POLICY')")
class CoveragePages {

    private static final String OUTSIDE = "outside";

    private final PolicyCoverage coverage;
    private final Unreached unreached;
    private final Units units;

    CoveragePages(PolicyCoverage coverage, Unreached unreached, Units units) {
        this.coverage = coverage;
        this.unreached = unreached;
        this.units = units;
    }

    @GetMapping("/policies/coverage")
    String show(@RequestParam Map<String, String> parameters, Model model) {
        Address address = Address.asked("/policies/coverage", parameters);
        Unit unit = unit(address.get("unit"));
        boolean outside = address.get("for").equals(OUTSIDE);
        model.addAttribute(
                "view",
                new CoverageView(
                        unit,
                        units.children(unit.code()),
                        address,
                        outside,
                        coverage.total(unit),
                        coverage.left().orElse(null),
                        coverage.by(Axis.CLAUSE, unit, outside),
                        coverage.by(Axis.CITY, unit, outside),
                        coverage.by(Axis.SIZE, unit, outside),
                        unreached.of(unit)));
        return "entitlements/coverage";
    }

    @GetMapping({"/policies/coverage.xlsx", "/policies/coverage.csv"})
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Address address = Address.asked("/policies/coverage", parameters);
        Unit unit = unit(address.get("unit"));
        Axis axis = axis(address.get("by"));
        List<Reached> groups = coverage.by(axis, unit, address.get("for").equals(OUTSIDE));
        sheet(page, axis).send("policy-coverage", groups::forEach, page, request, response);
    }

    private static Sheet<Reached> sheet(PageContext page, Axis axis) {
        return new Sheet<Reached>(page.text("nav.policyCoverage"))
                .text(page.text("coverage.by." + axis.name()), 40, Reached::name)
                .text(page.text("coverage.entitled"), one -> one.hidden() ? Numbers.SUPPRESSED : one.entitled())
                .text(page.text("coverage.got"), one -> one.hidden() ? Numbers.SUPPRESSED : one.got())
                .text(page.text("coverage.gotPct"), one -> one.hidden() ? Numbers.SUPPRESSED : one.gotPct())
                .text(page.text("coverage.due"), 16, one -> one.hidden() ? Numbers.SUPPRESSED : yuan(one.dueFen()))
                .text(page.text("coverage.paid"), 16, one -> one.hidden() ? Numbers.SUPPRESSED : yuan(one.paidFen()))
                .text(page.text("coverage.days"), one -> one.hidden() ? Numbers.SUPPRESSED : one.medianDays());
    }

    private static String yuan(long fen) {
        return java.math.BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static Axis axis(String asked) {
        for (Axis axis : Axis.values()) if (axis.name().equalsIgnoreCase(asked)) return axis;
        return Axis.CLAUSE;
    }

    private Unit unit(String code) {
        if (code.isEmpty()) return Callers.current().ownUnit();
        Callers.requireUnit(code);
        return units.find(code)
                .orElseThrow(() -> Problem.notFound(
                        "PE11", "没有单位 " + code + "。请核对代码。", "There is no unit " + code + ". Maybe check the code."));
    }
}
