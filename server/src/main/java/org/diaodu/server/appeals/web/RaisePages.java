package org.diaodu.server.appeals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.appeals.Appeal;
import org.diaodu.server.appeals.AppealForm;
import org.diaodu.server.appeals.Appeals;
import org.diaodu.server.appeals.HandedOn;
import org.diaodu.server.appeals.SimilarAppeals;
import org.diaodu.server.appeals.Subject;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.attachments.Brought;
import org.diaodu.server.attachments.Sent;
import org.diaodu.server.steps.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The form by which an appeal is raised, with its files: by an enterprise, or for it by whoever looks after it or the dispatcher of
 * its region.
 */
@Controller
@PreAuthorize("hasAnyRole('CLERK', 'DISPATCHER', 'LEADER', 'OFFICER')")
class RaisePages {

    private final Appeals appeals;
    private final SimilarAppeals similar;
    private final Attachments attachments;

    RaisePages(Appeals appeals, SimilarAppeals similar, Attachments attachments) {
        this.appeals = appeals;
        this.similar = similar;
        this.attachments = attachments;
    }

    @GetMapping("/appeals/new")
    @PreAuthorize("hasRole('CLERK')")
    String blank(Model model) {
        return blank(own(), null, model);
    }

    @PostMapping("/appeals/new")
    @PreAuthorize("hasRole('CLERK')")
    String raise(
            @RequestParam Map<String, String> entered,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        return raise(own(), null, entered, files, model, response);
    }

    @GetMapping("/appeals/for/{enterprise}")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'LEADER', 'OFFICER')")
    String blankFor(@PathVariable long enterprise, Model model) {
        return blank(enterprise, appeals.raisable(enterprise), model);
    }

    @PostMapping("/appeals/for/{enterprise}")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'LEADER', 'OFFICER')")
    String raiseFor(
            @PathVariable long enterprise,
            @RequestParam Map<String, String> entered,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        try {
            return raise(enterprise, appeals.raisable(enterprise), entered, files, model, response);
        } catch (HandedOn told) {
            response.setStatus(told.explanation().status());
            model.addAttribute("refused", told.explanation());
            return form(enterprise, told.raiser(), read(entered), Map.of(), Brought.NOTHING, model);
        }
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

    private String raise(
            long enterprise,
            Appeal.@Nullable Raiser raiser,
            Map<String, String> entered,
            @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        AppealForm form = read(entered);
        try (Brought brought = attachments.bring(Sent.of(files))) {
            return switch (appeals.raise(enterprise, form, brought)) {
                case Outcome.Done(String number) -> "redirect:/appeals/" + number + "?raised=true";
                case Outcome.Faulty(Map<String, String> faults) -> {
                    response.setStatus(422);
                    yield form(enterprise, raiser, form, faults, brought, model);
                }
                case Outcome.Stale _ -> throw new IllegalStateException("nothing to be stale yet");
            };
        }
    }

    private String blank(long enterprise, Appeal.@Nullable Raiser raiser, Model model) {
        String key = UUID.randomUUID().toString();
        var form = new AppealForm("", "ORDINARY", "", "", "", key);
        return form(enterprise, raiser, form, Map.of(), Brought.NOTHING, model);
    }

    /** The form; {@code raiser} where it is raised for an enterprise by somebody else. */
    private String form(
            long enterprise,
            Appeal.@Nullable Raiser raiser,
            AppealForm form,
            Map<String, String> faults,
            Brought brought,
            Model model) {
        model.addAttribute("raiser", raiser);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("files", attachments.field(brought));
        model.addAttribute("draft", AppealView.draft(enterprise));
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

    private static AppealForm read(Map<String, String> entered) {
        return new AppealForm(
                entered.getOrDefault("subject", ""),
                entered.getOrDefault("urgency", ""),
                entered.getOrDefault("words", ""),
                entered.getOrDefault("contactName", ""),
                entered.getOrDefault("contactPhone", ""),
                entered.getOrDefault("key", ""));
    }

    private static long own() {
        Long enterprise = Callers.current().enterpriseId();
        if (enterprise == null) throw new Denied("AP24", "您的账号没有对应的企业。", "Your account belongs to no enterprise.");
        return enterprise;
    }
}
