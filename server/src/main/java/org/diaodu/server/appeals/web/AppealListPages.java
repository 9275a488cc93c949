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
import org.diaodu.server.appeals.AppealOrder;
import org.diaodu.server.appeals.RoutingProposals;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.SheetDownload;
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

    private static final int PAGE = 50;
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
        Address asked = Address.asked("/appeals", parameters);
        AppealFilter filter = filter(asked);
        Pager pager = Pager.of(asked, PAGE, appeals.count(filter));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows", appeals.page(filter, asked.order(AppealOrder.DUE), asked.isDescending(), pager.number(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("address", pager.address());
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
        Address asked = Address.asked("/appeals", parameters);
        AppealFilter filter = filter(asked);
        try (var out = SheetDownload.asAsked(request, response, "appeals")) {
            AppealSheet.write(
                    out, page, each -> appeals.each(filter, asked.order(AppealOrder.DUE), asked.isDescending(), each));
        }
    }

    /** Those not over yet, unless another state or {@value #ALL} is asked for. */
    private static AppealFilter filter(Address asked) {
        String state = asked.parameters().getOrDefault("state", "OPEN");
        return new AppealFilter(
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
    }
}
