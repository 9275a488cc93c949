package org.diaodu.server.pairing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.pairing.Coverage;
import org.diaodu.server.pairing.Leaders;
import org.diaodu.server.pairing.PairedEnterprise;
import org.diaodu.server.pairing.PairedEnterprises;
import org.diaodu.server.pairing.PairedFigures;
import org.diaodu.server.pairing.PairingFilter;
import org.diaodu.server.pairing.PairingOrder;
import org.diaodu.server.registry.Regional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of pairings and how well they are kept. */
@Controller
@PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER')")
class PairingPages {

    private static final int PAGE = 50;
    private static final int DAYS = 60;

    private final PairedEnterprises enterprises;
    private final PairedFigures figures;
    private final Leaders leaders;
    private final Coverage coverage;

    PairingPages(PairedEnterprises enterprises, PairedFigures figures, Leaders leaders, Coverage coverage) {
        this.enterprises = enterprises;
        this.figures = figures;
        this.leaders = leaders;
        this.coverage = coverage;
    }

    @GetMapping("/pairing")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/pairing", parameters).without("paired-now");
        PairingFilter filter = filter(asked);
        Pager pager = Pager.of(asked, PAGE, enterprises.count(filter));
        List<PairedEnterprise> rows =
                enterprises.page(filter, asked.order(PairingOrder.VISIT), asked.isDescending(), pager.number(), PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "figures", figures.of(rows.stream().map(PairedEnterprise::id).toList()));
        model.addAttribute("pager", pager);
        model.addAttribute("address", pager.address());
        model.addAttribute("leaders", leaders.own());
        model.addAttribute("done", parameters.getOrDefault("paired-now", "").replaceAll("\\D", ""));
        model.addAttribute("mayManage", Callers.current().has(Role.DISPATCHER));
        return "pairing/list";
    }

    @GetMapping({"/pairing.xlsx", "/pairing.csv"})
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Address asked = Address.asked("/pairing", parameters);
        PairingFilter filter = filter(asked);
        try (var out = SheetDownload.asAsked(request, response, "pairings")) {
            PairingSheets.pairings(
                    out,
                    page,
                    each -> enterprises.each(filter, asked.order(PairingOrder.VISIT), asked.isDescending(), each));
        }
    }

    @GetMapping("/pairing/coverage")
    String coverage(@RequestParam(defaultValue = "") String days, Model model) {
        int asked = days.matches("\\d{1,3}") && !days.matches("0+") ? Integer.parseInt(days) : DAYS;
        model.addAttribute("days", asked);
        model.addAttribute("byLeader", coverage.byLeader(asked));
        model.addAttribute("byRegion", coverage.byRegion(asked));
        model.addAttribute("without", enterprises.count(new PairingFilter("", "", "", "", "false", "", "")));
        return "pairing/coverage";
    }

    static PairingFilter filter(Address asked) {
        String region = asked.get("region");
        if (!region.isEmpty()) Callers.requireUnit(region);
        return new PairingFilter(
                asked.get("q").strip(),
                Regional.prefix(region),
                asked.get("level"),
                asked.get("leader"),
                asked.get("paired"),
                asked.get("days"),
                asked.get("visited"));
    }
}
