package org.diaodu.server.appeals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Role;
import org.diaodu.server.appeals.AppealEntry;
import org.diaodu.server.appeals.AppealOrigins;
import org.diaodu.server.appeals.AppealSteps;
import org.diaodu.server.appeals.Appeals;
import org.diaodu.server.appeals.StepForm;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.attachments.Sent;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One appeal with its clock, the steps possible now and its timeline; to the enterprise like a parcel on its way. */
@Controller
@PreAuthorize("hasAnyRole('CLERK', 'DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
class AppealPages {

    private final Appeals appeals;
    private final AppealSteps steps;
    private final MemberUnits units;
    private final Attachments attachments;
    private final List<AppealOrigins> origins;

    AppealPages(
            Appeals appeals,
            AppealSteps steps,
            MemberUnits units,
            Attachments attachments,
            List<AppealOrigins> origins) {
        this.appeals = appeals;
        this.steps = steps;
        this.units = units;
        this.attachments = attachments;
        this.origins = List.copyOf(origins);
    }

    @GetMapping("/appeals/{number}")
    String show(@PathVariable String number, @RequestParam(defaultValue = "false") boolean raised, Model model) {
        boolean own = raised
                && appeals.raised(number).raisedBy().equals(Callers.current().name());
        model.addAttribute("raised", own);
        return page(number, model, Typed.NOTHING, Brought.NOTHING, null, null);
    }

    @PostMapping("/appeals/{number}/steps")
    String step(
            @PathVariable String number,
            @RequestParam Step step,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of(step.name(), entered);
        StepForm form = form(entered, version);
        return answer(
                number, typed, version, files, model, response, brought -> steps.step(number, step, form, brought));
    }

    @PostMapping("/appeals/{number}/helpers")
    String helpers(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(required = false) @Nullable List<String> helpers,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        List<String> chosen = helpers == null ? List.of() : helpers;
        var typed = Typed.of(AppealEntry.HELPERS, entered, chosen);
        StepForm form = form(entered, version);
        return answer(number, typed, version, null, model, response, brought -> steps.helpers(number, form, chosen));
    }

    @PostMapping("/appeals/{number}/notes")
    String note(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of(AppealEntry.NOTE, entered);
        StepForm form = form(entered, version);
        return answer(number, typed, version, files, model, response, brought -> steps.note(number, form, brought));
    }

    @PostMapping("/appeals/{number}/rating")
    String rate(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of(AppealEntry.RATED, entered);
        StepForm form = form(entered, version);
        return answer(number, typed, version, null, model, response, brought -> steps.rate(number, form));
    }

    private static StepForm form(Map<String, String> entered, int version) {
        return new StepForm(
                version,
                entered.getOrDefault("key", ""),
                entered.getOrDefault("words", ""),
                entered.getOrDefault("unit", "").strip(),
                entered.getOrDefault("advice", ""));
    }

    /** Files are looked at before the step is taken, and only those of people who see the appeal. */
    private String answer(
            String number,
            Typed typed,
            int version,
            @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response,
            Function<Brought, Outcome> step) {
        appeals.get(number);
        try (Brought brought = attachments.bring(Sent.of(files))) {
            return taken(number, typed, version, brought, model, response, step);
        }
    }

    private String taken(
            String number,
            Typed typed,
            int version,
            Brought brought,
            Model model,
            HttpServletResponse response,
            Function<Brought, Outcome> step) {
        return StepAnswer.of(
                () -> step.apply(brought),
                typed,
                response,
                _ -> "redirect:" + after(number),
                (kept, stale, refused) -> page(number, model, kept, brought, stale == null ? null : version, refused));
    }

    /** The appeal itself, or the list where it has left the caller's sight. */
    private String after(String number) {
        return appeals.find(number).isPresent() ? "/appeals/" + number : "/appeals";
    }

    private String page(
            String number,
            Model model,
            Typed typed,
            Brought brought,
            @Nullable Integer stale,
            @Nullable Explanation refused) {
        var view = new AppealView(
                appeals.open(number),
                units.all(),
                UUID.randomUUID().toString(),
                typed,
                attachments.field(brought),
                stale,
                refused);
        model.addAttribute("view", view);
        model.addAttribute(
                "origins",
                origins.stream().flatMap(one -> one.of(view.one()).stream()).toList());
        return Callers.current().has(Role.CLERK) ? "appeals/own" : "appeals/appeal";
    }
}
