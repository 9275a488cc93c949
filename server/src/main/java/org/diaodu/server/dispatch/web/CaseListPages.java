package org.diaodu.server.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.dispatch.CaseFilter;
import org.diaodu.server.dispatch.CaseList;
import org.diaodu.server.dispatch.SharedMeasures;
import org.diaodu.server.dispatch.UnitBoard;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases as a list, the board by member unit, and what an enterprise sees of its own plan. */
@Controller
class CaseListPages {
    private final CaseList cases;
    private final UnitBoard board;
    private final SharedMeasures shared;
    private final MemberUnits units;

    CaseListPages(CaseList cases, UnitBoard board, SharedMeasures shared, MemberUnits units) {
        this.cases = cases;
        this.board = board;
        this.shared = shared;
        this.units = units;
    }

    @GetMapping("/dispatch/cases")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Selection<CaseFilter> asked = asked(parameters);
        cases.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("units", units.all());
        return "dispatch/cases";
    }

    @GetMapping({"/dispatch/cases.xlsx", "/dispatch/cases.csv"})
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<CaseFilter> asked = asked(parameters);
        DispatchSheets.cases(page).send("cases", each -> cases.each(asked, each), page, request, response);
    }

    @GetMapping("/dispatch/board")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    String board(Model model) {
        model.addAttribute("lines", board.lines());
        model.addAttribute("late", board.late());
        return "dispatch/board";
    }

    @GetMapping("/dispatch/mine")
    @PreAuthorize("hasRole('CLERK')")
    String mine(Model model) {
        model.addAttribute("shared", shared.mine());
        return "dispatch/mine";
    }

    private static Selection<CaseFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/dispatch/cases", parameters);
        var filter = new CaseFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("state"),
                asked.get("level"),
                asked.get("unit"),
                asked.get("late"),
                asked.get("period"));
        return new Selection<>(filter, asked);
    }
}
