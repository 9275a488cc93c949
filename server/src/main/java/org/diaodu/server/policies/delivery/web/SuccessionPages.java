package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.policies.delivery.SuccessionSteps;
import org.diaodu.server.steps.StepAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Enterprises that go on under another code, or went into another. */
@Controller
@PreAuthorize("hasRole('POLICY')")
class SuccessionPages {

    private static final String FORM = "succession";

    private final SuccessionSteps steps;

    SuccessionPages(SuccessionSteps steps) {
        this.steps = steps;
    }

    @GetMapping("/delivery/successions")
    String list(@ModelAttribute("page") PageContext page, Model model) {
        return page(page, model, Typed.NOTHING, null);
    }

    @PostMapping("/delivery/successions")
    String record(
            @RequestParam(defaultValue = "") String former,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "RECODED") SuccessionSteps.Kind kind,
            @RequestParam(defaultValue = "") String effective,
            @RequestParam(defaultValue = "") String words,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Typed typed = Typed.of(FORM, entered);
        return StepAnswer.of(
                () -> steps.record(former, successor, kind, day(effective, page.businessDate()), words),
                typed,
                response,
                _ -> "redirect:/delivery/successions",
                (kept, _, refused) -> page(page, model, kept, refused));
    }

    private static LocalDate day(String text, LocalDate today) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    private String page(PageContext page, Model model, Typed typed, @Nullable Explanation refused) {
        model.addAttribute("successions", steps.all());
        model.addAttribute("typed", typed);
        model.addAttribute("today", page.businessDate());
        model.addAttribute("refused", refused);
        return "delivery/successions";
    }
}
