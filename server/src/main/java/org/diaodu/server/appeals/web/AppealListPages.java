package org.diaodu.server.appeals.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Scope;
import org.diaodu.server.appeals.AppealFilter;
import org.diaodu.server.appeals.AppealList;
import org.diaodu.server.appeals.AppealOrder;
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

/** The queue of appeals with their clocks, what is due first on top. */
@Controller
@PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
class AppealListPages {

    private static final int PAGE = 50;
    private static final String ALL = "ALL";

    private final AppealList appeals;
    private final MemberUnits units;

    AppealListPages(AppealList appeals, MemberUnits units) {
        this.appeals = appeals;
        this.units = units;
    }

    @GetMapping("/appeals")
    String list(@RequestParam Map<String, String> asked, Model model) {
        AppealFilter filter = filter(asked);
        Address address = new Address("/appeals", new TreeMap<>(asked)).without("page");
        Pager pager = Pager.asked(asked.getOrDefault("page", ""), PAGE, appeals.count(filter), address);
        model.addAttribute("filter", filter);
        model.addAttribute("rows", appeals.page(filter, order(asked), descending(asked), pager.number(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("address", address);
        model.addAttribute("units", units.all());
        return "appeals/list";
    }

    @GetMapping({"/appeals.xlsx", "/appeals.csv"})
    void export(
            @RequestParam Map<String, String> asked,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AppealFilter filter = filter(asked);
        try (var out = SheetDownload.asAsked(request, response, "appeals")) {
            AppealSheet.write(out, page, each -> appeals.each(filter, order(asked), descending(asked), each));
        }
    }

    /** Those not over yet, unless another state or {@value #ALL} is asked for. */
    private static AppealFilter filter(Map<String, String> asked) {
        String region = asked.getOrDefault("region", "");
        boolean regional = !Callers.current().scope().equals(Scope.NOTHING);
        if (!region.isEmpty() && regional) Callers.requireUnit(region);
        String state = asked.getOrDefault("state", "OPEN");
        return new AppealFilter(
                asked.getOrDefault("q", "").strip(),
                Regional.prefix(region),
                state.equals(ALL) ? "" : state,
                asked.getOrDefault("subject", ""),
                asked.getOrDefault("urgency", ""),
                asked.getOrDefault("level", ""),
                asked.getOrDefault("unit", ""),
                asked.getOrDefault("overdue", ""),
                asked.getOrDefault("named", ""));
    }

    private static AppealOrder order(Map<String, String> asked) {
        return AppealOrder.of(asked.getOrDefault("sort", ""));
    }

    private static boolean descending(Map<String, String> asked) {
        return asked.getOrDefault("order", "").equals("desc");
    }
}
