package org.diaodu.server.whitelist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.whitelist.EntryFilter;
import org.diaodu.server.whitelist.EntryList;
import org.diaodu.server.whitelist.EntryOrder;
import org.diaodu.server.whitelist.Kind;
import org.diaodu.server.whitelist.RuleProposals;
import org.diaodu.server.whitelist.WhiteListProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The white list as a list, and entering by rule with a preview. */
@Controller
class WhiteListPages {
    private static final int PAGE = 50;

    private final EntryList entries;
    private final RuleProposals proposals;
    private final WhiteListProperties limits;

    WhiteListPages(EntryList entries, RuleProposals proposals, WhiteListProperties limits) {
        this.entries = entries;
        this.proposals = proposals;
        this.limits = limits;
    }

    @GetMapping("/whitelist")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/whitelist", parameters);
        EntryFilter filter = filter(asked);
        Pager pager = Pager.of(asked, PAGE, entries.count(filter));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                entries.page(filter, asked.order(EntryOrder.STATE), asked.isDescending(), pager.number(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("address", pager.address());
        return "whitelist/list";
    }

    @GetMapping({"/whitelist.xlsx", "/whitelist.csv"})
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Address asked = Address.asked("/whitelist", parameters);
        EntryFilter filter = filter(asked);
        try (var out = SheetDownload.asAsked(request, response, "whitelist")) {
            WhiteListSheets.entries(
                    out, page, each -> entries.each(filter, asked.order(EntryOrder.STATE), asked.isDescending(), each));
        }
    }

    /** Whom the rule names today; nothing is written. */
    @GetMapping("/whitelist/rule")
    @PreAuthorize("hasRole('DISPATCHER')")
    String preview(
            @RequestParam(defaultValue = "SUPPLY") Kind kind, @ModelAttribute("page") PageContext page, Model model) {
        return preview(
                kind, page.businessDate().plusDays(limits.usualDays() - 1L).toString(), Map.of(), model);
    }

    @PostMapping("/whitelist/rule")
    @PreAuthorize("hasRole('DISPATCHER')")
    String enter(
            @RequestParam(defaultValue = "SUPPLY") Kind kind,
            @RequestParam(defaultValue = "") List<Long> enterprise,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Map<String, String> faults =
                enterprise.isEmpty() ? Map.of("all", "whitelist.fault.none") : proposals.faults(until);
        if (!faults.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("ticked", enterprise);
            return preview(kind, until, faults, model);
        }
        flash.addFlashAttribute("listed", proposals.enter(kind, enterprise, LocalDate.parse(until.strip())));
        return "redirect:/whitelist?kind=" + kind.name() + "&origin=RULE";
    }

    private String preview(Kind kind, String until, Map<String, String> faults, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("preview", proposals.preview(kind));
        model.addAttribute("until", until);
        model.addAttribute("faults", faults);
        return "whitelist/rule";
    }

    private static EntryFilter filter(Address asked) {
        return new EntryFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("kind"),
                asked.get("state"),
                asked.get("origin"));
    }
}
