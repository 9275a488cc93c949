package org.diaodu.server.whitelist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.server.lists.Page;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.whitelist.Kind;
import org.diaodu.server.whitelist.RuleProposals;
import org.diaodu.server.whitelist.RuleProposals.Proposal;
import org.diaodu.server.whitelist.WhiteListProperties;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom the rule names, and entering them: a list, a preview of what entering would do, and the step itself. */
@Controller
class RulePages {

    private final RuleProposals proposals;
    private final WhiteListProperties limits;

    RulePages(RuleProposals proposals, WhiteListProperties limits) {
        this.proposals = proposals;
        this.limits = limits;
    }

    /** Whom the rule names today; nothing is written. */
    @GetMapping("/whitelist/rule")
    @PreAuthorize("hasRole('DISPATCHER')")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/whitelist/rule", parameters);
        ProposalQuery query = ProposalQuery.of(asked);
        RuleProposals.Preview preview = proposals.preview(query.kind());
        List<Proposal> found = query.of(preview.all());
        Page<Proposal> page = Page.of(found, asked);
        model.addAttribute(
                "view", new ProposalView(query.kind(), preview, found, page.rows(), page.pager(), page.address()));
        return "whitelist/rule";
    }

    @GetMapping({"/whitelist/rule.xlsx", "/whitelist/rule.csv"})
    @PreAuthorize("hasRole('DISPATCHER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ProposalQuery query = ProposalQuery.of(Address.asked("/whitelist/rule", parameters));
        List<Proposal> found = query.of(proposals.preview(query.kind()).all());
        WhiteListSheets.proposals().send("whitelist-rule", found::forEach, page, request, response);
    }

    /** What entering those chosen would do; nothing is written yet. */
    @PostMapping("/whitelist/rule/preview")
    @PreAuthorize("hasRole('DISPATCHER')")
    String preview(
            @RequestParam(defaultValue = "SUPPLY") Kind kind,
            @RequestParam(defaultValue = "") List<Long> enterprise,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        String until = page.businessDate().plusDays(limits.usualDays() - 1L).toString();
        Map<String, String> faults = enterprise.isEmpty() ? Map.of("all", "whitelist.fault.none") : Map.of();
        return preview(kind, enterprise, until, faults, model, response);
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
        if (!faults.isEmpty()) return preview(kind, enterprise, until, faults, model, response);
        flash.addFlashAttribute("listed", proposals.enter(kind, enterprise, LocalDate.parse(until.strip())));
        return "redirect:/whitelist?kind=" + kind.name() + "&origin=RULE";
    }

    private String preview(
            Kind kind,
            List<Long> chosen,
            String until,
            Map<String, String> faults,
            Model model,
            HttpServletResponse response) {
        if (!faults.isEmpty()) response.setStatus(422);
        Set<Long> asked = new HashSet<>(chosen);
        List<Proposal> fresh = proposals.preview(kind).fresh().stream()
                .filter(one -> asked.contains(one.enterprise()))
                .toList();
        model.addAttribute("kind", kind);
        model.addAttribute("fresh", fresh);
        model.addAttribute("left", asked.size() - fresh.size());
        model.addAttribute("until", until);
        model.addAttribute("faults", faults);
        return "whitelist/rulepreview";
    }
}
