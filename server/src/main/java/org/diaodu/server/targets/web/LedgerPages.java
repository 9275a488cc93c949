package org.diaodu.server.targets.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.targets.TargetDesk;
import org.diaodu.server.targets.TargetFilter;
import org.diaodu.server.targets.TargetList;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger as a list. */
@Controller
class LedgerPages {

    private final TargetList targets;
    private final TargetDesk desk;
    private final MemberUnits units;

    LedgerPages(TargetList targets, TargetDesk desk, MemberUnits units) {
        this.targets = targets;
        this.desk = desk;
        this.units = units;
    }

    @GetMapping("/targets")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER', 'OFFICER')")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Selection<TargetFilter> asked = asked(parameters);
        targets.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("units", owners());
        model.addAttribute("mayPropose", desk.mayPropose());
        return "targets/list";
    }

    @GetMapping({"/targets.xlsx", "/targets.csv"})
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER', 'OFFICER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<TargetFilter> asked = asked(parameters);
        TargetSheet.of(page).send("targets", each -> targets.each(asked, each), page, request, response);
    }

    private List<MemberUnit> owners() {
        return units.within(Callers.current().scope().regionPrefix());
    }

    private static Selection<TargetFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/targets", parameters);
        String state = asked.get("state");
        var filter = new TargetFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("kind"),
                asked.get("owner"),
                asked.get("light"),
                state.isEmpty() ? "OPEN" : state.equals("ALL") ? "" : state,
                asked.get("year").strip(),
                asked.get("whole").isEmpty() ? "" : "true");
        return new Selection<>(filter, asked);
    }
}
