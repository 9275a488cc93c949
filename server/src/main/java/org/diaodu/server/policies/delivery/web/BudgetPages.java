package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.BenefitKind;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.budget.Distribution;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.policies.ClausesInForce;
import org.diaodu.server.policies.delivery.Budgets;
import org.diaodu.server.steps.Outcome;
import org.diaodu.standards.Regions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What may be spent on each clause, what is promised, and what is left. */
@Controller
@PreAuthorize("hasRole('POLICY')")
class BudgetPages {

    private final Budgets budgets;
    private final ClausesInForce clauses;

    BudgetPages(Budgets budgets, ClausesInForce clauses) {
        this.budgets = budgets;
        this.clauses = clauses;
    }

    @GetMapping("/delivery/budgets")
    String list(@ModelAttribute("page") PageContext page, Model model) {
        return page(page, model, Typed.NOTHING);
    }

    private String page(PageContext page, Model model, Typed typed) {
        List<BudgetClause> known = clauses.on(page.businessDate()).inForce(page.businessDate()).stream()
                .filter(clause -> clause.terms().kind() == BenefitKind.GRANT && isOurs(clause))
                .map(clause -> new BudgetClause(clause.id(), title(clause, page)))
                .toList();
        model.addAttribute("budgets", budgets.all());
        model.addAttribute("clauses", known);
        model.addAttribute("typed", typed);
        return "delivery/budgets";
    }

    /** Whether the clause is for some of the officer's region, or the region is in it. */
    private static boolean isOurs(PolicyClause clause) {
        String unit = Callers.current().ownUnit().code();
        return clause.terms().regions().isEmpty()
                || clause.terms().regions().stream()
                        .anyMatch(area -> Regions.bundled().isWithin(area, unit)
                                || Regions.bundled().isWithin(unit, area));
    }

    private static String title(PolicyClause clause, PageContext page) {
        return page.isEnglish() && !clause.text().titleEn().isEmpty()
                ? clause.text().titleEn()
                : clause.text().title();
    }

    @PostMapping("/delivery/budgets")
    String set(
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String yuan,
            @RequestParam(defaultValue = "FIRST_COME") Distribution distribution,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        BigDecimal amount = Yuan.typed(yuan);
        Outcome outcome = amount == null
                ? new Outcome.Faulty(Map.of("yuan", "delivery.fault.yuan"))
                : budgets.set(clause, page.businessDate().getYear(), amount, distribution);
        return switch (outcome) {
            case Outcome.Done _ -> "redirect:/delivery/budgets";
            case Outcome.Stale _ -> throw new IllegalStateException("a budget is set without a version");
            case Outcome.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                yield page(page, model, Typed.of("budget", entered).with(faults));
            }
        };
    }
}
