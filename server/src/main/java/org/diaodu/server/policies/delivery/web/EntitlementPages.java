package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Supplier;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Contact;
import org.diaodu.server.access.Role;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementVerb;
import org.diaodu.server.policies.delivery.EntitlementSteps;
import org.diaodu.server.policies.delivery.PaymentSteps;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One entitlement with its reasons, its payments and its timeline, and what can be done to it. */
@Controller
@PreAuthorize("hasAnyRole('POLICY', 'LEADER', 'CLERK')")
class EntitlementPages {

    private final EntitlementSteps steps;
    private final PaymentSteps payments;

    EntitlementPages(EntitlementSteps steps, PaymentSteps payments) {
        this.steps = steps;
        this.payments = payments;
    }

    @GetMapping("/delivery/{number}")
    String show(@PathVariable String number, @ModelAttribute("page") PageContext page, Model model) {
        return page(number, page, model, Typed.NOTHING, null, null);
    }

    @PostMapping("/delivery/{number}/steps")
    String step(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam EntitlementVerb verb,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        return answer(
                number,
                Typed.of(verb.name(), entered),
                version,
                page,
                model,
                response,
                () -> step(number, version, verb, entered, page.businessDate()));
    }

    private Outcome step(
            String number, int version, EntitlementVerb verb, Map<String, String> entered, LocalDate today) {
        String words = entered.getOrDefault("words", "").strip();
        boolean own = Callers.current().enterpriseId() != null;
        return switch (verb) {
            case CONSENT -> own ? steps.confirm(number, version) : steps.confirmForIt(number, version, words);
            case DECLINE -> steps.withdraw(number, version, words);
            case OBJECT ->
                steps.object(
                        number,
                        version,
                        words,
                        new Contact(
                                entered.getOrDefault("contactName", ""),
                                entered.getOrDefault("contactPhone", ""),
                                false));
            case SETTLE -> steps.settle(number, version, words);
            case LAPSE -> steps.end(number, version, words);
            case GIVE_UP -> steps.giveUp(number, version, words);
            case RECLAIM -> payments.reclaim(number, version, yuan(entered), words);
            case REFUND ->
                payments.refund(
                        number,
                        version,
                        yuan(entered),
                        entered.getOrDefault("document", ""),
                        day(entered.getOrDefault("day", ""), today));
            case PUBLISH, PROPOSE, APPROVE, SEND_BACK, PAY, FIND_AGAIN ->
                throw Problem.badRequest(
                        "PD23",
                        "“" + verb.zh() + "”在公示、审批和付款页面办理。",
                        "That is done on the pages of notices, batches and payments.");
        };
    }

    private static BigDecimal yuan(Map<String, String> entered) {
        BigDecimal yuan = Yuan.typed(entered.getOrDefault("yuan", ""));
        return yuan == null ? BigDecimal.ZERO : yuan;
    }

    /** A day that cannot be read counts as one that has not come, which is refused. */
    private static LocalDate day(String text, LocalDate today) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return today.plusDays(1);
        }
    }

    @PostMapping("/delivery/{number}/payments/{payment}")
    @PreAuthorize("hasRole('POLICY')")
    String payment(
            @PathVariable String number,
            @PathVariable String payment,
            @RequestParam(defaultValue = "") String step,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        String words = entered.getOrDefault("words", "").strip();
        return answer(
                number,
                Typed.of(payment, entered),
                0,
                page,
                model,
                response,
                () -> step.equals("again") ? payments.again(payment, words) : payments.reached(payment, words));
    }

    private String answer(
            String number,
            Typed typed,
            int version,
            PageContext page,
            Model model,
            HttpServletResponse response,
            Supplier<Outcome> step) {
        return StepAnswer.of(
                step,
                typed,
                response,
                _ -> "redirect:/delivery/" + number,
                (kept, stale, refused) -> page(number, page, model, kept, stale == null ? null : version, refused));
    }

    private String page(
            String number,
            PageContext page,
            Model model,
            Typed typed,
            @Nullable Integer stale,
            @Nullable Explanation refused) {
        Entitlement one = steps.find(number)
                .orElseThrow(() -> Problem.notFound(
                        "PD21",
                        "没有应享项目 " + number + "，或它不在您的范围内。",
                        "There is no entitlement " + number + ", or it is outside your own."));
        Caller caller = Callers.current();
        model.addAttribute(
                "view",
                new EntitlementView(
                        one,
                        steps.timeline(one),
                        steps.payments(one),
                        EntitlementView.verbs(one, caller),
                        caller.has(Role.POLICY),
                        caller.enterpriseId() != null,
                        page.businessDate(),
                        typed,
                        stale,
                        refused));
        return "delivery/entitlement";
    }
}
