package org.diaodu.server.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Scope;
import org.diaodu.server.dispatch.CaseFilter;
import org.diaodu.server.dispatch.CaseList;
import org.diaodu.server.dispatch.CaseOrder;
import org.diaodu.server.dispatch.SharedMeasures;
import org.diaodu.server.dispatch.UnitBoard;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.registry.SheetDownload;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases as a list, the board by member unit, and what an enterprise sees of its own plan. */
@Controller
class CaseListPages {
    private static final int PAGE = 50;

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
    String list(@RequestParam Map<String, String> asked, Model model) {
        CaseFilter filter = filter(asked);
        Address address = new Address("/dispatch/cases", new TreeMap<>(asked)).without("page");
        Pager pager = Pager.asked(asked.getOrDefault("page", ""), PAGE, cases.count(filter), address);
        model.addAttribute("filter", filter);
        model.addAttribute("rows", cases.page(filter, order(asked), descending(asked), pager.number(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("address", address);
        model.addAttribute("units", units.all());
        return "dispatch/cases";
    }

    @GetMapping({"/dispatch/cases.xlsx", "/dispatch/cases.csv"})
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    void export(
            @RequestParam Map<String, String> asked,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        CaseFilter filter = filter(asked);
        try (var out = SheetDownload.asAsked(request, response, "cases")) {
            DispatchSheets.cases(out, page, each -> cases.each(filter, order(asked), descending(asked), each));
        }
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

    private static CaseFilter filter(Map<String, String> asked) {
        String region = asked.getOrDefault("region", "");
        boolean regional = !Callers.current().scope().equals(Scope.NOTHING);
        if (!region.isEmpty() && regional) Callers.requireUnit(region);
        return new CaseFilter(
                asked.getOrDefault("q", "").strip(),
                Regional.prefix(region),
                asked.getOrDefault("state", ""),
                asked.getOrDefault("level", ""),
                asked.getOrDefault("unit", ""),
                asked.getOrDefault("late", ""),
                asked.getOrDefault("period", ""));
    }

    private static CaseOrder order(Map<String, String> asked) {
        return CaseOrder.of(asked.getOrDefault("sort", ""));
    }

    private static boolean descending(Map<String, String> asked) {
        return asked.getOrDefault("order", "").equals("desc");
    }
}
