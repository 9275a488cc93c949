package org.diaodu.server.rulebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.rulebook.DraftChecks;
import org.diaodu.server.rulebook.Edition;
import org.diaodu.server.rulebook.RuleDrafts;
import org.diaodu.server.rulebook.RuleFolder;
import org.diaodu.server.rulebook.RuleLife;
import org.diaodu.server.rulebook.RuleRights;
import org.diaodu.server.rulebook.RuleSuggestions;
import org.diaodu.server.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One rule: the version of a day or any other, what two people do to it, and its files. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
class RulePage {

    private final Rulebook rulebook;
    private final DraftChecks checks;
    private final RuleDrafts drafts;
    private final RuleLife life;
    private final List<RuleSuggestions> suggestions;
    private final BusinessClock clock;

    RulePage(
            Rulebook rulebook,
            DraftChecks checks,
            RuleDrafts drafts,
            RuleLife life,
            List<RuleSuggestions> suggestions,
            BusinessClock clock) {
        this.rulebook = rulebook;
        this.checks = checks;
        this.drafts = drafts;
        this.life = life;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    @GetMapping("/rules/{rule}")
    String show(
            @PathVariable String rule,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String day,
            Model model) {
        Edition edition = version > 0
                ? rulebook.edition(rule, version)
                : day.isBlank() ? standing(rule) : rulebook.asOf(rule, RuleQuery.day(day, clock.today()));
        return show(edition, List.of(), model);
    }

    /** What holds today, or else the newest there is. */
    private Edition standing(String rule) {
        List<Edition> editions = rulebook.editions(rule);
        return editions.stream()
                .filter(edition -> edition.holds(clock.today()))
                .findFirst()
                .orElse(editions.getFirst());
    }

    private String show(Edition edition, List<String> reasons, Model model) {
        Caller caller = Callers.current();
        List<Edition> editions = rulebook.editions(edition.rule());
        model.addAttribute(
                "view",
                new RuleView(
                        edition,
                        editions,
                        edition.holds(clock.today()),
                        editions.stream().filter(Edition::isOpen).findFirst().orElse(null),
                        rulebook.facts(edition),
                        rulebook.tables(edition),
                        rulebook.cases(edition),
                        checks.of(edition),
                        RuleRights.mayEdit(caller),
                        RuleRights.mayApprove(caller, edition),
                        suggestions.stream()
                                .flatMap(one -> one.of(edition.rule()).stream())
                                .toList(),
                        reasons));
        return "rules/rule";
    }

    @GetMapping("/rules/{rule}/versions/{id}/folder.zip")
    void folder(@PathVariable String rule, @PathVariable long id, HttpServletResponse response) throws IOException {
        Edition edition = rulebook.edition(rule, id);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + rule + "-" + edition.id() + ".zip\"");
        RuleFolder.write(edition, response.getOutputStream());
    }

    @GetMapping("/rules/{rule}/versions/{id}/model.dmn")
    void model(@PathVariable String rule, @PathVariable long id, HttpServletResponse response) throws IOException {
        Edition edition = rulebook.edition(rule, id);
        response.setContentType("application/xml;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + rule + ".dmn\"");
        response.getOutputStream().write(edition.model().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/rules/{rule}/versions/{id}/draft")
    String begin(@PathVariable String rule, @PathVariable long id) {
        Edition draft = drafts.begin(rule, id);
        return draft.state() == Edition.State.DRAFT
                ? "redirect:/rules/" + rule + "/versions/" + draft.id() + "/edit"
                : page(rule, draft.id());
    }

    @PostMapping("/rules/{rule}/versions/{id}/approve")
    String approve(
            @PathVariable String rule,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response,
            Model model) {
        @Nullable LocalDate day = from.isBlank() ? null : RuleQuery.day(from, clock.today());
        List<RuleLife.Reason> against = life.approve(rule, id, day);
        if (against.isEmpty()) return page(rule, id);
        response.setStatus(422);
        return show(rulebook.edition(rule, id), told(against, page), model);
    }

    static List<String> told(List<RuleLife.Reason> reasons, PageContext page) {
        return reasons.stream()
                .map(reason -> page.isEnglish() ? reason.en() : reason.zh())
                .toList();
    }

    @PostMapping("/rules/{rule}/versions/{id}/decline")
    String decline(@PathVariable String rule, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        life.decline(rule, id, reason);
        return page(rule, id);
    }

    @PostMapping("/rules/{rule}/versions/{id}/withdraw")
    String withdraw(@PathVariable String rule, @PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        life.askWithdrawal(rule, id, reason);
        return page(rule, id);
    }

    @PostMapping("/rules/{rule}/versions/{id}/withdraw/approve")
    String withdraw(@PathVariable String rule, @PathVariable long id) {
        life.withdraw(rule, id);
        return page(rule, id);
    }

    @PostMapping("/rules/{rule}/versions/{id}/withdraw/decline")
    String keep(@PathVariable String rule, @PathVariable long id) {
        life.declineWithdrawal(rule, id);
        return page(rule, id);
    }

    private static String page(String rule, long id) {
        return "redirect:/rules/" + rule + "?version=" + id;
    }
}
