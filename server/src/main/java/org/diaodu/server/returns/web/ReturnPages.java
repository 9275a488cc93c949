package org.diaodu.server.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.returns.Filing;
import org.diaodu.server.returns.Finding;
import org.diaodu.server.returns.Items;
import org.diaodu.server.returns.ReturnDesk;
import org.diaodu.server.returns.ReturnFiling;
import org.diaodu.server.returns.ReturnState;
import org.diaodu.server.returns.ReturnView;
import org.diaodu.server.returns.Severity;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One return: the form, checking the answers, filing, and what has been filed. */
@Controller
class ReturnPages {

    private final ReturnDesk desk;
    private final ReturnFiling filing;
    private final Items items;
    private final Periods periods;

    ReturnPages(ReturnDesk desk, ReturnFiling filing, Items items, Periods periods) {
        this.desk = desk;
        this.filing = filing;
        this.items = items;
        this.periods = periods;
    }

    @GetMapping("/returns/{enterprise}/{period}")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST', 'LEADER')")
    String show(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String edit,
            Model model) {
        ReturnView view = desk.view(enterprise, periods.parse(period));
        boolean fills = mayFile(view)
                && (!edit.isEmpty()
                        || view.filing() == null && Callers.current().has(Role.CLERK))
                && view.excuse() == null;
        return fills ? form(view, desk.prefilled(view), Map.of(), model) : filed(view, model);
    }

    private String filed(ReturnView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("items", items.all());
        model.addAttribute("mayFile", mayFile(view));
        model.addAttribute("mayReview", Callers.current().has(Role.ANALYST) && !view.closed());
        return "returns/return";
    }

    private String form(ReturnView view, Map<String, String> fields, Map<String, String> errors, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("items", items.all());
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "hints",
                FormHints.of(items.all(), view, filing.check(view.enterprise().id(), view.period(), fields)));
        return "returns/form";
    }

    /** Clerks file for their enterprise, analysts for those of their unit; not what is accepted or closed. */
    static boolean mayFile(ReturnView view) {
        Caller caller = Callers.current();
        return (caller.has(Role.CLERK) || caller.has(Role.ANALYST))
                && view.expected()
                && !view.closed()
                && view.state() != ReturnState.ACCEPTED;
    }

    @PostMapping("/returns/{enterprise}/{period}/draft")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST')")
    String draft(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam Map<String, String> form,
            Model model) {
        Period parsed = periods.parse(period);
        Map<String, String> fields = fields(form);
        filing.saveDraft(enterprise, parsed, fields);
        model.addAttribute(
                "hints",
                FormHints.of(items.all(), desk.view(enterprise, parsed), filing.check(enterprise, parsed, fields)));
        return "returns/hints";
    }

    @PostMapping("/returns/{enterprise}/{period}/check")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST')")
    String check(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Period parsed = periods.parse(period);
        Map<String, String> fields = fields(form);
        filing.saveDraft(enterprise, parsed, fields);
        return checked(
                filing.check(enterprise, parsed, fields), enterprise, parsed, fields, false, page, model, response);
    }

    private String checked(
            ReturnFiling.Outcome.NotFiled outcome,
            long enterprise,
            Period period,
            Map<String, String> fields,
            boolean tried,
            PageContext page,
            Model model,
            HttpServletResponse response) {
        ReturnView view = desk.view(enterprise, period);
        Map<String, String> errors = FormHints.errors(outcome, page.isEnglish());
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return form(view, fields, errors, model);
        }
        Map<String, String> unexplained = new LinkedHashMap<>();
        if (tried) {
            response.setStatus(422);
            outcome.findings().stream()
                    .filter(Finding::stillNeedsExplanation)
                    .forEach(finding -> unexplained.put(
                            "explain." + finding.key(), page.isEnglish() ? finding.messageEn() : finding.messageZh()));
        }
        model.addAttribute("view", view);
        model.addAttribute("items", items.all());
        model.addAttribute("fields", fields);
        model.addAttribute("figures", outcome.read().figures());
        model.addAttribute("explain", of(outcome.findings(), Severity.EXPLAIN));
        model.addAttribute("hint", of(outcome.findings(), Severity.HINT));
        model.addAttribute("errors", unexplained);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "returns/check";
    }

    private static List<Finding> of(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    @PostMapping("/returns/{enterprise}/{period}")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST')")
    String file(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Period parsed = periods.parse(period);
        Map<String, String> fields = fields(form);
        String key = form.getOrDefault("key", "");
        ReturnFiling.Outcome outcome = filing.file(
                enterprise,
                parsed,
                fields,
                Filing.Source.FORM,
                key.isBlank() ? UUID.randomUUID().toString() : key,
                null);
        return switch (outcome) {
            case ReturnFiling.Outcome.Filed done ->
                "redirect:/returns/" + enterprise + "/" + parsed.iso() + "?filed="
                        + done.filing().version();
            case ReturnFiling.Outcome.NotFiled not ->
                checked(not, enterprise, parsed, fields, true, page, model, response);
        };
    }

    @GetMapping("/returns/{enterprise}/{period}/compare")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST', 'LEADER')")
    String compare(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            Model model) {
        ReturnView view = desk.view(enterprise, periods.parse(period));
        int newest = view.versions().size();
        int after = to == 0 ? newest : to;
        model.addAttribute("view", view);
        model.addAttribute(
                "comparison",
                desk.compare(enterprise, view.period(), from == 0 ? Math.max(1, after - 1) : from, after));
        return "returns/compare";
    }

    /** The form's own fields, without key, token and the like. */
    private static Map<String, String> fields(Map<String, String> form) {
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.keySet().removeIf(name -> !name.contains("."));
        return fields;
    }
}
