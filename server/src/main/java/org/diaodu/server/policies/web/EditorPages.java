package org.diaodu.server.policies.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diaodu.policy.PolicyFault;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.clauses.ClauseCheck;
import org.diaodu.server.policies.clauses.ClauseChecks;
import org.diaodu.server.policies.clauses.ClauseContent;
import org.diaodu.server.policies.clauses.ClauseDrafts;
import org.diaodu.server.policies.clauses.ClauseLife;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.diaodu.server.policies.clauses.Clauses;
import org.diaodu.server.policies.clauses.Objections.Objection;
import org.diaodu.server.policies.trial.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The editor of a draft, and what its script asks for while somebody types. */
@Controller
@PreAuthorize("hasRole('POLICY')")
class EditorPages {

    private final Clauses clauses;
    private final ClauseDrafts drafts;
    private final ClauseLife life;
    private final ClauseChecks checks;
    private final Trials trials;
    private final EditorShowing showing;
    private final BusinessClock clock;

    EditorPages(
            Clauses clauses,
            ClauseDrafts drafts,
            ClauseLife life,
            ClauseChecks checks,
            Trials trials,
            EditorShowing showing,
            BusinessClock clock) {
        this.clauses = clauses;
        this.drafts = drafts;
        this.life = life;
        this.checks = checks;
        this.trials = trials;
        this.showing = showing;
        this.clock = clock;
    }

    @GetMapping("/policies/clauses/{clause}/versions/{id}/edit")
    String edit(
            @PathVariable String clause, @PathVariable long id, @ModelAttribute("page") PageContext page, Model model) {
        ClauseVersion draft = clauses.version(clause, id);
        if (draft.state() != ClauseVersion.State.DRAFT) return page(clause, id);
        return edit(draft, List.of(), page, model);
    }

    private String edit(ClauseVersion draft, List<String> told, PageContext page, Model model) {
        model.addAttribute("view", showing.of(draft, told, page));
        return "policies/editor";
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/check")
    String check(
            @PathVariable String clause,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "0") int version,
            Model model) {
        ClauseContent held = EditorShowing.parsed(content);
        ClauseCheck check = checks.of(clauses.version(clause, id), held, version);
        model.addAttribute("check", check);
        model.addAttribute("content", held);
        model.addAttribute("data", EditorShowing.data(check));
        model.addAttribute(
                "fresh",
                check.inputs().stream()
                        .anyMatch(input -> !held.clause().containsKey("fact:" + input + ":持有")
                                && !held.clause().containsKey("fact:" + input + ":参数")));
        return "policies/check";
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/impact")
    String tried(
            @PathVariable String clause,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "0") int version,
            @ModelAttribute("page") PageContext page,
            Model model) {
        ClauseVersion draft = clauses.version(clause, id);
        ClauseContent held = EditorShowing.parsed(content);
        try {
            model.addAttribute("running", trials.of(draft, held, version, today(draft, held)));
        } catch (PolicyFault fault) {
            throw Problem.conflict(fault.code(), fault.chinese(), fault.english());
        } catch (RuleFault fault) {
            throw Problem.conflict(fault.code(), fault.chinese(), fault.english());
        }
        model.addAttribute("words", new TermWords(page.isEnglish()));
        return "policies/trial";
    }

    /** What it is set beside: the version that holds today of its own, or of the clause it takes the place of. */
    private @Nullable ClauseVersion today(ClauseVersion draft, ClauseContent content) {
        String other = content.field("replaces").isEmpty() ? draft.clause() : content.field("replaces");
        ClauseVersion standing = clauses.standing(other, clock.today());
        return standing.holds(clock.today()) ? standing : null;
    }

    @GetMapping("/policies/trial")
    String tried(@ModelAttribute("page") PageContext page, Model model) {
        var running = trials.current();
        if (running == null) {
            throw Problem.notFound("PL40", "没有正在进行的试算。", "No trial is under way.");
        }
        model.addAttribute("running", running);
        model.addAttribute("words", new TermWords(page.isEnglish()));
        return "policies/trial";
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/save")
    String save(
            @PathVariable String clause,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int over,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("fault", "");
        model.addAttribute("rowVersion", 0);
        switch (drafts.save(clause, id, EditorShowing.parsed(content), version, over == 0 ? version : over)) {
            case ClauseDrafts.Outcome.Saved saved -> model.addAttribute("rowVersion", saved.rowVersion());
            case ClauseDrafts.Outcome.Refused(RuleFault fault) -> {
                response.setStatus(422);
                model.addAttribute("fault", page.isEnglish() ? fault.english() : fault.chinese());
            }
            case ClauseDrafts.Outcome.Stale stale -> {
                response.setStatus(409);
                model.addAttribute("stale", stale);
            }
        }
        return "policies/saved";
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/import")
    String take(
            @PathVariable String clause,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "0") int version)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.badRequest("PL50", "请选择一个 DMN 文件。", "Choose a DMN file.");
        }
        try {
            drafts.take(clause, id, new String(file.getBytes(), StandardCharsets.UTF_8), version);
        } catch (RuleFault fault) {
            throw Problem.badRequest(fault.code(), fault.chinese(), fault.english());
        }
        return "redirect:/policies/clauses/" + clause + "/versions/" + id + "/edit";
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/discard")
    String discard(@PathVariable String clause, @PathVariable long id) {
        drafts.discard(clause, id);
        return "redirect:/policies";
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/propose")
    String propose(
            @PathVariable String clause,
            @PathVariable long id,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response,
            Model model) {
        List<Objection> against = life.propose(clause, id);
        if (against.isEmpty()) return page(clause, id);
        response.setStatus(422);
        return edit(clauses.version(clause, id), ClausePages.told(against, page), page, model);
    }

    private static String page(String clause, long id) {
        return "redirect:/policies/clauses/" + clause + "?version=" + id;
    }
}
