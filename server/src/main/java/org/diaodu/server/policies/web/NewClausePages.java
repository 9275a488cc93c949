package org.diaodu.server.policies.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.policies.clauses.ClauseDrafts;
import org.diaodu.server.policies.clauses.ClauseRights;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.diaodu.server.policies.clauses.Clauses;
import org.diaodu.server.policies.clauses.Shape;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new clause, from a shape or copied from another. */
@Controller
@PreAuthorize("hasRole('POLICY')")
class NewClausePages {

    private static final int LONGEST_ID = 60;
    private static final int LONGEST_TITLE = 120;

    private final Clauses clauses;
    private final ClauseDrafts drafts;
    private final BusinessClock clock;

    NewClausePages(Clauses clauses, ClauseDrafts drafts, BusinessClock clock) {
        this.clauses = clauses;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/policies/new")
    String form(@RequestParam Map<String, String> given, Model model) {
        onlyWriters();
        return form(given, Map.of(), model);
    }

    @PostMapping("/policies/new")
    String found(
            @RequestParam Map<String, String> given,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response,
            Model model) {
        onlyWriters();
        String clause = given.getOrDefault("clause", "").strip();
        String title = given.getOrDefault("title", "").strip();
        String like = given.getOrDefault("like", "").strip();
        Map<String, String> errors = new LinkedHashMap<>();
        if (!clause.matches("[a-z0-9]+(-[a-z0-9]+)*") || clause.length() > LONGEST_ID) {
            errors.put("clause", page.text("policies.new.fault.clause", clause));
        } else if (clauses.exists(clause)) {
            errors.put("clause", page.text("policies.new.fault.there", clause));
        }
        if (title.isEmpty() || title.length() > LONGEST_TITLE)
            errors.put("title", page.text("policies.new.fault.title"));
        if (!clauses.exists(like)) errors.put("like", page.text("policies.new.fault.like"));
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return form(given, errors, model);
        }
        ClauseVersion draft = drafts.found(clause, title, clauses.standing(like, clock.today()));
        return "redirect:/policies/clauses/" + clause + "/versions/" + draft.id() + "/edit";
    }

    private String form(Map<String, String> given, Map<String, String> errors, Model model) {
        model.addAttribute("given", given);
        model.addAttribute("errors", errors);
        model.addAttribute("shapes", Shape.values());
        model.addAttribute("titles", clauses.titles());
        return "policies/new";
    }

    private static void onlyWriters() {
        if (!ClauseRights.mayWrite(Callers.current())) {
            throw new Denied("PL01", "条款由惠企政策经办人员起草。", "Clauses are written by policy officers.");
        }
    }
}
