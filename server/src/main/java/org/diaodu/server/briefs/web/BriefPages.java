package org.diaodu.server.briefs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.diaodu.bulletin.brief.BriefFault;
import org.diaodu.bulletin.brief.WordEdits;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.briefs.Issue;
import org.diaodu.server.briefs.IssueSteps;
import org.diaodu.server.briefs.Issues;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One brief: read, edited paragraph by paragraph or as a whole, taken back from Word, issued. */
@Controller
class BriefPages {

    private static final int WHOLE = -1;

    private final Issues issues;
    private final IssueSteps steps;

    BriefPages(Issues issues, IssueSteps steps) {
        this.issues = issues;
        this.steps = steps;
    }

    /** How a page is shown that could not do what was asked. */
    private record Again(
            int edit, @Nullable String typed, @Nullable Explanation refused, boolean stale) {
        static final Again NOT = new Again(0, null, null, false);
    }

    @GetMapping("/briefs/{id}")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER')")
    String show(@PathVariable long id, @RequestParam(defaultValue = "0") int edit, Model model) {
        return page(id, new Again(edit, null, null, false), null, model);
    }

    @PostMapping("/briefs/{id}/lines/{line}")
    @PreAuthorize("hasRole('ANALYST')")
    String line(
            @PathVariable long id,
            @PathVariable int line,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        return edited(id, line, words, () -> steps.line(id, version, line, words), model, response);
    }

    @PostMapping("/briefs/{id}/text")
    @PreAuthorize("hasRole('ANALYST')")
    String text(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        return edited(id, WHOLE, words, () -> steps.text(id, version, words), model, response);
    }

    private String edited(
            long id, int line, String words, Supplier<Outcome> step, Model model, HttpServletResponse response) {
        try {
            return switch (step.get()) {
                case Outcome.Done _ -> "redirect:/briefs/" + id + (line == WHOLE ? "" : "#line-" + line);
                case Outcome.Stale _ -> {
                    response.setStatus(409);
                    yield page(id, new Again(line, words, null, true), null, model);
                }
                case Outcome.Faulty _ -> {
                    response.setStatus(422);
                    var empty = new Explanation(
                            422, "BR26", "简报不能没有文字，也不能超过四万字。", "A brief has some text, and at most 40,000 characters.");
                    yield page(id, new Again(line, words, empty, false), null, model);
                }
            };
        } catch (BriefFault fault) {
            return faulty(id, line, words, fault, model, response);
        } catch (StepRefused refused) {
            response.setStatus(409);
            return page(id, new Again(line, words, refused.explanation(), false), null, model);
        }
    }

    private String faulty(
            long id, int line, @Nullable String words, BriefFault fault, Model model, HttpServletResponse response) {
        response.setStatus(422);
        var said = new Explanation(422, fault.code(), fault.zh(), fault.en());
        return page(id, new Again(line, words, said, false), null, model);
    }

    @PostMapping("/briefs/{id}/word")
    @PreAuthorize("hasRole('ANALYST')")
    String word(
            @PathVariable long id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new BriefFault(
                        "BR14", "没有选择文件。请选择改好的 docx。", "No file was chosen. Maybe choose the edited docx.");
            }
            List<WordEdits.Remark> remarks = steps.word(id, file.getBytes());
            return page(id, Again.NOT, remarks, model);
        } catch (BriefFault fault) {
            return faulty(id, 0, null, fault, model, response);
        }
    }

    @PostMapping("/briefs/{id}/figures")
    @PreAuthorize("hasRole('ANALYST')")
    String figures(@PathVariable long id) {
        steps.figures(id);
        return "redirect:/briefs/" + id;
    }

    @PostMapping("/briefs/{id}/proposal")
    @PreAuthorize("hasRole('ANALYST')")
    String propose(@PathVariable long id) {
        steps.propose(id);
        return "redirect:/briefs/" + id;
    }

    @PostMapping("/briefs/{id}/return")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
    String giveBack(@PathVariable long id) {
        steps.giveBack(id);
        return "redirect:/briefs/" + id;
    }

    @PostMapping("/briefs/{id}/issue")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
    String issue(@PathVariable long id) {
        steps.issue(id);
        return "redirect:/briefs/" + id;
    }

    @PostMapping("/briefs/{id}/house")
    @PreAuthorize("hasRole('ANALYST')")
    String adopt(@PathVariable long id) {
        steps.adopt(id);
        return "redirect:/briefs/house?audience=" + issues.get(id).audience();
    }

    @PostMapping("/briefs/{id}/deletion")
    @PreAuthorize("hasRole('ANALYST')")
    String remove(@PathVariable long id) {
        steps.remove(id);
        return "redirect:/briefs";
    }

    private String page(long id, Again again, @Nullable List<WordEdits.Remark> remarks, Model model) {
        Issue issue = issues.get(id);
        boolean mayWrite = issues.mayWrite(issue) && issue.state() == Issue.State.DRAFT;
        model.addAttribute(
                "view",
                new BriefView(
                        issue,
                        issue.written(),
                        mayWrite,
                        issues.mayIssue(issue),
                        issues.mayWrite()
                                && Callers.current().has(Role.ANALYST)
                                && Callers.current().ownUnit().code().equals(issue.region()),
                        issues.wantsSecondPerson(issue),
                        mayWrite ? again.edit() : 0,
                        again.typed(),
                        again.refused(),
                        again.stale(),
                        remarks));
        return "briefs/brief";
    }
}
