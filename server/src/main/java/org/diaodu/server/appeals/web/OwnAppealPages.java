package org.diaodu.server.appeals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.appeals.AppealForm;
import org.diaodu.server.appeals.AppealList;
import org.diaodu.server.appeals.Appeals;
import org.diaodu.server.appeals.SimilarAppeals;
import org.diaodu.server.appeals.Subject;
import org.diaodu.server.steps.Outcome;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An enterprise raises appeals, and sees its own. */
@Controller
@PreAuthorize("hasRole('CLERK')")
class OwnAppealPages {

    private final Appeals appeals;
    private final AppealList list;
    private final SimilarAppeals similar;

    OwnAppealPages(Appeals appeals, AppealList list, SimilarAppeals similar) {
        this.appeals = appeals;
        this.list = list;
        this.similar = similar;
    }

    @GetMapping("/appeals/mine")
    String mine(Model model) {
        model.addAttribute("rows", list.own());
        return "appeals/mine";
    }

    @GetMapping("/appeals/new")
    String blank(Model model) {
        String key = UUID.randomUUID().toString();
        return form(new AppealForm("", "ORDINARY", "", "", "", key), Map.of(), model);
    }

    /** What helped others with this subject; a part of the form's page. */
    @GetMapping("/appeals/similar")
    String similar(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        model.addAttribute("advice", advice(subject, words));
        return "appeals/similar";
    }

    @PostMapping("/appeals/new")
    String raise(@RequestParam Map<String, String> entered, Model model, HttpServletResponse response) {
        var form = new AppealForm(
                entered.getOrDefault("subject", ""),
                entered.getOrDefault("urgency", ""),
                entered.getOrDefault("words", ""),
                entered.getOrDefault("contactName", ""),
                entered.getOrDefault("contactPhone", ""),
                entered.getOrDefault("key", ""));
        return switch (appeals.raise(own(), form)) {
            case Outcome.Done(String number) -> "redirect:/appeals/" + number;
            case Outcome.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                yield form(form, faults, model);
            }
            case Outcome.Stale _ -> throw new IllegalStateException("nothing to be stale yet");
        };
    }

    private String form(AppealForm form, Map<String, String> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("advice", advice(form.subject(), form.words()));
        return "appeals/new";
    }

    private List<String> advice(String subject, String words) {
        return Arrays.stream(Subject.values())
                .filter(one -> one.name().equals(subject))
                .findFirst()
                .map(one -> similar.advice(one, words))
                .orElse(List.of());
    }

    private static long own() {
        Long enterprise = Callers.current().enterpriseId();
        if (enterprise == null) throw new Denied("AP24", "您的账号没有对应的企业。", "Your account belongs to no enterprise.");
        return enterprise;
    }
}
