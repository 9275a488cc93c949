package org.diaodu.server.policies.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Contact;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.EntitlementVerb;
import org.diaodu.server.policies.Entitlements;
import org.diaodu.server.policies.FactDeclarations;
import org.diaodu.server.policies.offer.Judge;
import org.diaodu.server.policies.offer.Judgement;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the policies offer an enterprise: its own page, the same as an officer sees it, and one entitlement on its way. */
@Controller
class OfferPages {

    private static final int LONGEST = 4_000;

    private final Judge judge;
    private final Entitlements entitlements;
    private final FactDeclarations declarations;
    private final BusinessClock clock;

    OfferPages(Judge judge, Entitlements entitlements, FactDeclarations declarations, BusinessClock clock) {
        this.judge = judge;
        this.entitlements = entitlements;
        this.declarations = declarations;
        this.clock = clock;
    }

    @GetMapping("/policies/mine")
    @PreAuthorize("hasRole('CLERK')")
    String mine(@ModelAttribute("page") PageContext page, Model model) {
        return offer(Asking.own(), true, Typed.NOTHING, page, model);
    }

    @GetMapping("/policies/of/{enterprise}")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'POLICY')")
    String of(@PathVariable long enterprise, @ModelAttribute("page") PageContext page, Model model) {
        return offer(enterprise, false, Typed.NOTHING, page, model);
    }

    private String offer(long enterprise, boolean own, Typed typed, PageContext page, Model model) {
        Judgement judgement = judge.judge(enterprise, clock.today());
        var reading = new OfferReading(
                judgement, judge.coming(judgement.subjects(), clock.today()), entitlements.of(enterprise), page);
        model.addAttribute("view", reading.view(own, typed));
        return "entitlements/offer";
    }

    /** The enterprise says what only it knows; the page then shows what follows. */
    @PostMapping("/policies/mine/facts")
    @PreAuthorize("hasRole('CLERK')")
    String declare(
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        String subject = entered.getOrDefault("subject", "");
        String fact = entered.getOrDefault("fact", "");
        return switch (declarations.declare(subject, fact, entered.getOrDefault("value", ""))) {
            case Outcome.Done _ -> {
                flash.addFlashAttribute("declared", fact);
                yield "redirect:/policies/mine";
            }
            case Outcome.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                var typed = Typed.of(OfferView.Needed.id(subject, fact), entered)
                        .with(Map.of("value", faults.values().iterator().next()));
                yield offer(Asking.own(), true, typed, page, model);
            }
            case Outcome.Stale _ -> throw new IllegalStateException("a fact has no version");
        };
    }

    // --- one entitlement

    @GetMapping("/policies/mine/{number}")
    @PreAuthorize("hasRole('CLERK')")
    String show(@PathVariable String number, Model model) {
        return show(number, Typed.NOTHING, null, null, model);
    }

    @PostMapping("/policies/mine/{number}/consent")
    @PreAuthorize("hasRole('CLERK')")
    String consent(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            Model model,
            HttpServletResponse response) {
        return step(
                number,
                EntitlementVerb.CONSENT,
                Map.of(),
                model,
                response,
                () -> entitlements.confirm(number, version));
    }

    @PostMapping("/policies/mine/{number}/withdrawal")
    @PreAuthorize("hasRole('CLERK')")
    String withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        return step(
                number,
                EntitlementVerb.DECLINE,
                entered,
                model,
                response,
                () -> entitlements.withdraw(number, version, words(entered)));
    }

    /** An objection becomes an appeal; the answer leads to it. */
    @PostMapping("/policies/mine/{number}/objection")
    @PreAuthorize("hasRole('CLERK')")
    String object(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        return step(
                number,
                EntitlementVerb.OBJECT,
                entered,
                model,
                response,
                () -> entitlements.object(
                        number,
                        version,
                        words(entered),
                        new Contact(
                                entered.getOrDefault("name", "").strip(),
                                entered.getOrDefault("phone", "").strip(),
                                false)));
    }

    private static String words(Map<String, String> entered) {
        String words = entered.getOrDefault("words", "").strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    private String step(
            String number,
            EntitlementVerb verb,
            Map<String, String> entered,
            Model model,
            HttpServletResponse response,
            Supplier<Outcome> step) {
        get(number);
        var typed = Typed.of(verb.name(), entered);
        return StepAnswer.of(
                step,
                typed,
                response,
                _ -> "redirect:/policies/mine/" + number + "?done=" + verb.name(),
                (kept, stale, refused) -> show(number, kept, stale == null ? null : stale.version(), refused, model));
    }

    private String show(
            String number, Typed typed, @Nullable Integer stale, @Nullable Explanation refused, Model model) {
        Entitlement one = get(number);
        model.addAttribute(
                "view",
                new ParcelView(
                        one,
                        judge.book(clock.today()).clause(one.clause(), one.clauseFrom()),
                        entitlements.timeline(one),
                        entitlements.payments(one),
                        Callers.current().displayName(),
                        typed,
                        stale,
                        refused));
        return "entitlements/parcel";
    }

    private Entitlement get(String number) {
        return entitlements
                .find(number)
                .orElseThrow(() -> Problem.notFound(
                        "PE10",
                        "没有应享项目 " + number + "，或它不在您的范围内。",
                        "There is no entitlement " + number + ", or it is outside your own."));
    }
}
