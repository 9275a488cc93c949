package org.diaodu.server.supply.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepAnswer;
import org.diaodu.server.supply.Letter;
import org.diaodu.server.supply.LetterForm;
import org.diaodu.server.supply.LetterState;
import org.diaodu.server.supply.LetterSteps;
import org.diaodu.server.supply.Letters;
import org.diaodu.server.supply.Report;
import org.diaodu.server.supply.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a letter to another province, registering one from there, and one letter as it is printed. */
@Controller
class LetterPages {

    private static final String FORM = "letter";

    private final Letters letters;
    private final LetterSteps steps;
    private final Reports reports;
    private final MemberUnits units;

    LetterPages(Letters letters, LetterSteps steps, Reports reports, MemberUnits units) {
        this.letters = letters;
        this.steps = steps;
        this.reports = reports;
        this.units = units;
    }

    /** The letter as it could be sent; nothing is written yet. */
    @GetMapping("/supply/{number}/letter")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'OFFICER')")
    String proposal(@PathVariable String number, Model model) {
        Report report = reports.get(number);
        LetterForm proposed = letters.proposal(report, UUID.randomUUID().toString());
        report.state().write();
        return writing(report, Typed.of(FORM, values(proposed)), null, null, model);
    }

    @PostMapping("/supply/{number}/letter")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'OFFICER')")
    String write(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of(FORM, entered);
        return StepAnswer.of(
                () -> steps.write(number, version, read(entered)),
                typed,
                response,
                done -> "redirect:/supply/letters/" + done.number(),
                (kept, stale, refused) ->
                        writing(reports.get(number), kept, stale == null ? null : stale.version(), refused, model));
    }

    private String writing(
            Report report, Typed typed, @Nullable Integer stale, @Nullable Explanation refused, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("sender", letters.sender(report.region()));
        model.addAttribute("typed", typed);
        model.addAttribute("stale", stale);
        model.addAttribute("refused", refused);
        return "supply/letterform";
    }

    @GetMapping("/supply/letters/new")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'OFFICER')")
    String registering(@ModelAttribute("page") PageContext page, Model model) {
        letters.requireRegistering();
        Map<String, String> usual = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "dated",
                page.businessDate().toString());
        return registering(Typed.of(FORM, usual), null, model);
    }

    @PostMapping("/supply/letters/new")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'OFFICER')")
    String register(@RequestParam Map<String, String> entered, Model model, HttpServletResponse response) {
        var typed = Typed.of(FORM, entered);
        return StepAnswer.of(
                () -> steps.register(read(entered)),
                typed,
                response,
                done -> "redirect:/supply/letters/" + done.number(),
                (kept, _, refused) -> registering(kept, refused, model));
    }

    private static String registering(Typed typed, @Nullable Explanation refused, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "supply/incoming";
    }

    @GetMapping("/supply/letters/{id}")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER', 'CLERK')")
    String show(@PathVariable long id, @ModelAttribute("page") PageContext page, Model model) {
        return page(id, page, model, Typed.NOTHING, null, null);
    }

    @PostMapping("/supply/letters/{id}/steps")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'OFFICER')")
    String step(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam LetterState.Verb verb,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of(verb.name(), entered);
        Supplier<Outcome> step = () -> steps.step(
                id,
                version,
                verb,
                entered.getOrDefault("unit", ""),
                entered.getOrDefault("repliedOn", ""),
                entered.getOrDefault("words", "").strip());
        return StepAnswer.of(
                step,
                typed,
                response,
                _ -> "redirect:/supply/letters/" + id,
                (kept, stale, refused) -> page(id, page, model, kept, stale == null ? null : version, refused));
    }

    private String page(
            long id,
            PageContext page,
            Model model,
            Typed typed,
            @Nullable Integer stale,
            @Nullable Explanation refused) {
        Letter letter = letters.get(id);
        String number = letter.report();
        String unit = letter.memberUnit();
        var verbs = letters.possible(letter);
        model.addAttribute("own", Callers.current().enterpriseId() != null);
        model.addAttribute(
                "view",
                new LetterView(
                        letter,
                        number == null ? null : reports.get(number),
                        letters.sender(letter.region()),
                        letters.timeline(letter),
                        verbs,
                        verbs.contains(LetterState.Verb.GIVE) ? letters.offered(letter) : List.of(),
                        unit == null
                                ? ""
                                : units.find(unit).map(MemberUnit::name).orElse(unit),
                        page.businessDate(),
                        typed,
                        stale,
                        refused));
        return letter.isOut() ? "supply/letter" : "supply/received";
    }

    private static LetterForm read(Map<String, String> entered) {
        return new LetterForm(
                entered.getOrDefault("key", ""),
                entered.getOrDefault("number", ""),
                entered.getOrDefault("province", ""),
                entered.getOrDefault("office", ""),
                entered.getOrDefault("subject", ""),
                entered.getOrDefault("asked", ""),
                entered.getOrDefault("dated", ""),
                entered.getOrDefault("replyBy", ""),
                entered.getOrDefault("contactName", ""),
                entered.getOrDefault("contactPhone", ""));
    }

    private static Map<String, String> values(LetterForm form) {
        Map<String, String> values = new HashMap<>();
        values.put("key", form.key());
        values.put("province", form.province());
        values.put("office", form.office());
        values.put("subject", form.subject());
        values.put("asked", form.asked());
        values.put("replyBy", form.replyBy());
        values.put("contactName", form.contactName());
        return values;
    }
}
