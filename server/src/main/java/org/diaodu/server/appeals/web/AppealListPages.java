package org.diaodu.server.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Role;
import org.diaodu.server.appeals.AppealFilter;
import org.diaodu.server.appeals.AppealList;
import org.diaodu.server.appeals.RoutingProposals;
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

/** The queue of appeals with their clocks, what is due first on top. */
@Controller
@PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
class AppealListPages {

    private static final String ALL = "ALL";

    private final AppealList appeals;
    private final RoutingProposals proposals;
    private final MemberUnits units;

    AppealListPages(AppealList appeals, RoutingProposals proposals, MemberUnits units) {
        this.appeals = appeals;
        this.proposals = proposals;
        this.units = units;
    }

    @GetMapping("/appeals")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Selection<AppealFilter> asked = asked(parameters);
        appeals.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("units", units.all());
        model.addAttribute("proposals", proposals.mayDecide() ? proposals.count() : 0);
        Caller caller = Callers.current();
        model.addAttribute("mayInstruct", caller.has(Role.DISPATCHER) || caller.has(Role.LEADER));
        return "appeals/list";
    }

    @GetMapping({"/appeals.xlsx", "/appeals.csv"})
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<AppealFilter> asked = asked(parameters);
        AppealSheet.of(page).send("appeals", each -> appeals.each(asked, each), page, request, response);
    }

    /** Those not over yet, unless another state or {@value #ALL} is asked for. */
    private static Selection<AppealFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/appeals", parameters);
        String state = asked.parameters().getOrDefault("state", "OPEN");
        var filter = new AppealFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                state.equals(ALL) ? "" : state,
                asked.get("subject"),
                asked.get("urgency"),
                asked.get("level"),
                asked.get("unit"),
                asked.get("overdue"),
                asked.get("named"),
                asked.get("missed"),
                asked.get("satisfied"));
        return new Selection<>(filter, asked);
    }
}
