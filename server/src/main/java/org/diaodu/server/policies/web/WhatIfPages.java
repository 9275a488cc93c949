package org.diaodu.server.policies.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.match.Verdict.Entitled;
import org.diaodu.policy.whatif.WhatIf.Effect;
import org.diaodu.policy.words.PlainWords;
import org.diaodu.policy.words.Quantity;
import org.diaodu.rules.files.Language;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.offer.Calculator;
import org.diaodu.server.policies.offer.Calculator.Figure;
import org.diaodu.server.policies.offer.GivenFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The calculator: the address is the question, and nothing of it is kept. */
@Controller
class WhatIfPages {

    private static final String FACT = "fact.";
    private static final int SHOWN = 6;

    private final Calculator calculator;
    private final BusinessClock clock;

    WhatIfPages(Calculator calculator, BusinessClock clock) {
        this.calculator = calculator;
        this.clock = clock;
    }

    @GetMapping("/policies/mine/what-if")
    @PreAuthorize("hasRole('CLERK')")
    String mine(
            @RequestParam Map<String, String> asked,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        return show(Asking.own(), true, asked, page, model, response);
    }

    @GetMapping("/policies/of/{enterprise}/what-if")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'POLICY')")
    String of(
            @PathVariable long enterprise,
            @RequestParam Map<String, String> asked,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        return show(enterprise, false, asked, page, model, response);
    }

    private String show(
            long enterprise,
            boolean own,
            Map<String, String> asked,
            PageContext page,
            Model model,
            HttpServletResponse response) {
        LocalDate day = clock.today();
        Calculator.Form form = calculator.form(enterprise, asked.getOrDefault("subject", ""), day);
        Map<String, Object> given = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        List<WhatIfView.Field> first = new ArrayList<>();
        List<WhatIfView.Field> more = new ArrayList<>();
        for (Figure figure : form.figures()) {
            String typed = asked.getOrDefault(FACT + figure.fact().name(), "").strip();
            read(figure, typed, given, faults, page);
            String today = today(figure, page);
            var field = new WhatIfView.Field(figure.fact(), today, typed);
            (first.size() < SHOWN || !typed.isEmpty() ? first : more).add(field);
        }
        if (!faults.isEmpty()) response.setStatus(422);
        String back = own ? "/policies/mine" : "/policies/of/" + enterprise;
        model.addAttribute(
                "view",
                new WhatIfView(
                        form.subjects().getFirst().name(),
                        own,
                        back + "/what-if",
                        back,
                        form,
                        first,
                        more,
                        faults,
                        given.isEmpty() || !faults.isEmpty()
                                ? null
                                : result(calculator.answer(form, given, day), OfferReading.language(page))));
        return "entitlements/whatif";
    }

    private static void read(
            Figure figure, String typed, Map<String, Object> given, Map<String, String> faults, PageContext page) {
        if (typed.isEmpty()) return;
        try {
            given.put(figure.fact().name(), GivenFacts.read(figure.fact(), typed));
        } catch (Problem problem) {
            faults.put(
                    figure.fact().name(),
                    page.isEnglish()
                            ? problem.explanation().en()
                            : problem.explanation().zh());
        }
    }

    private static String today(Figure figure, PageContext page) {
        return switch (figure.today()) {
            case null -> "";
            case BigDecimal number ->
                new Quantity(OfferReading.language(page))
                        .of(number, figure.fact().unit());
            case Boolean truth -> page.text(truth ? "entitlements.yes" : "entitlements.no");
            default -> figure.today().toString();
        };
    }

    private static WhatIfView.Result result(Calculator.Answer answer, Language language) {
        Quantity quantity = new Quantity(language);
        long difference = answer.thenFen() - answer.todayFen();
        return new WhatIfView.Result(
                quantity.fen(answer.todayFen()),
                quantity.fen(answer.thenFen()),
                (difference > 0 ? "+" : "") + quantity.fen(difference),
                difference > 0,
                answer.effects().stream()
                        .map(effect -> changed(effect, language))
                        .toList(),
                answer.same(),
                answer.cliffs().stream()
                        .map(cliff ->
                                new WhatIfView.Jump(PlainWords.title(cliff.clause(), language), cliff.said(language)))
                        .toList());
    }

    private static WhatIfView.Changed changed(Effect effect, Language language) {
        return new WhatIfView.Changed(
                PlainWords.title(effect.now().clause(), language),
                new PlainWords(effect.now(), language).sentence(),
                new PlainWords(effect.then(), language).sentence(),
                effect.difference().signum() > 0
                        || (effect.difference().signum() == 0
                                && isDue(effect.then().verdict())
                                && !isDue(effect.now().verdict())));
    }

    private static boolean isDue(@Nullable Object verdict) {
        return verdict instanceof Entitled;
    }
}
