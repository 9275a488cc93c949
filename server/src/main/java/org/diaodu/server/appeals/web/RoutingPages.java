package org.diaodu.server.appeals.web;

import org.diaodu.server.appeals.RoutingProposals;
import org.diaodu.server.rulebook.Edition;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What settled disputes suggest to change about the rule on routing. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
class RoutingPages {

    private static final int SHOWN = 50;

    private final RoutingProposals proposals;

    RoutingPages(RoutingProposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping("/appeals/routing")
    String show(Model model) {
        model.addAttribute("open", proposals.open());
        model.addAttribute("decided", proposals.decided(SHOWN));
        model.addAttribute("mayDecide", proposals.mayDecide());
        return "appeals/routing";
    }

    /** Takes one up and opens the rule's editor with the row in the draft. */
    @PostMapping("/appeals/routing/taken")
    String accept(@RequestParam(defaultValue = "") String key) {
        Edition draft = proposals.accept(key);
        return draft.state() == Edition.State.DRAFT
                ? "redirect:/rules/" + draft.rule() + "/versions/" + draft.id() + "/edit"
                : "redirect:/rules/" + draft.rule() + "?version=" + draft.id();
    }

    @PostMapping("/appeals/routing/declined")
    String reject(@RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String reason) {
        proposals.reject(key, reason);
        return "redirect:/appeals/routing";
    }
}
