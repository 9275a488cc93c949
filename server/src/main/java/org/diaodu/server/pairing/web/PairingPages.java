package org.diaodu.server.pairing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.lists.Page;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pairing.Coverage;
import org.diaodu.server.pairing.Leaders;
import org.diaodu.server.pairing.PairedEnterprise;
import org.diaodu.server.pairing.PairedEnterprises;
import org.diaodu.server.pairing.PairedFigures;
import org.diaodu.server.pairing.PairingFilter;
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
        Selection<PairingFilter> asked = asked(parameters);
        Page<PairedEnterprise> page = enterprises.page(asked);
        page.on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute(
                "figures",
                figures.of(page.rows().stream().map(PairedEnterprise::id).toList()));
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
        Selection<PairingFilter> asked = asked(parameters);
        PairingSheets.pairings(page.businessDate())
                .send("pairings", each -> enterprises.each(asked, each), page, request, response);
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

    private static Selection<PairingFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/pairing", parameters).without("paired-now");
        var filter = new PairingFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("level"),
                asked.get("leader"),
                asked.get("paired"),
                asked.get("days"),
                asked.get("visited"));
        return new Selection<>(filter, asked);
    }
}
