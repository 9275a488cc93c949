package org.diaodu.server.briefs.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.briefs.Audience;
import org.diaodu.server.briefs.Issue;
import org.diaodu.server.briefs.IssueFilter;
import org.diaodu.server.briefs.IssueList;
import org.diaodu.server.briefs.IssueSteps;
import org.diaodu.server.briefs.Issues;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.registry.Regional;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Briefs as a list, and beginning one. */
@Controller
class BriefListPages {

    private final IssueList list;
    private final Issues issues;
    private final IssueSteps steps;

    BriefListPages(IssueList list, Issues issues, IssueSteps steps) {
        this.list = list;
        this.issues = issues;
        this.steps = steps;
    }

    @GetMapping("/briefs")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER')")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/briefs", parameters);
        String region = asked.get("region");
        String year = asked.get("year").strip();
        var filter = new IssueFilter(
                asked.get("q").strip(),
                region.isEmpty() ? "" : Regional.prefix(region),
                known(asked.get("audience"), Audience.values()),
                known(asked.get("state"), Issue.State.values()),
                year.matches("[0-9]{4}") ? year : "");
        list.page(new Selection<>(filter, asked)).on(model);
        model.addAttribute("filter", filter);
        model.addAttribute("region", region);
        model.addAttribute("mayWrite", issues.mayWrite());
        return "briefs/list";
    }

    private static String known(String name, Enum<?>[] names) {
        return Arrays.stream(names).anyMatch(one -> one.name().equals(name)) ? name : "";
    }

    @GetMapping("/briefs/new")
    @PreAuthorize("hasRole('ANALYST')")
    String choosing(Model model) {
        List<Period> periods = issues.periods();
        model.addAttribute("periods", periods);
        model.addAttribute("unit", Callers.current().ownUnit().name());
        return "briefs/new";
    }

    @PostMapping("/briefs/new")
    @PreAuthorize("hasRole('ANALYST')")
    String make(@RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String audience) {
        Period chosen = issues.periods().stream()
                .filter(one -> one.iso().equals(period))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "BR27",
                        "没有“" + period + "”的数据，不能编写简报。请从列表中选择期间。",
                        "There are no figures of \"" + period
                                + "\" to write about. Maybe choose a period from the list."));
        return "redirect:/briefs/" + steps.make(chosen, Audience.named(audience));
    }
}
