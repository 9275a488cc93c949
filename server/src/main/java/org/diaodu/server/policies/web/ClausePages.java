package org.diaodu.server.policies.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.clauses.ClauseDrafts;
import org.diaodu.server.policies.clauses.ClauseLife;
import org.diaodu.server.policies.clauses.ClauseVersion;
import org.diaodu.server.policies.clauses.Clauses;
import org.diaodu.server.policies.clauses.Objections.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One clause: the version of a day or any other, what two people do to it, and its files. */
@Controller
@PreAuthorize(ClauseListPages.READERS)
class ClausePages {

    private static final String DECIDERS = "hasAnyRole('POLICY', 'LEADER')";

    private final Clauses clauses;
    private final ClauseDrafts drafts;
    private final ClauseLife life;
    private final ClauseShowing showing;
    private final BusinessClock clock;

    ClausePages(Clauses clauses, ClauseDrafts drafts, ClauseLife life, ClauseShowing showing, BusinessClock clock) {
        this.clauses = clauses;
        this.drafts = drafts;
        this.life = life;
        this.showing = showing;
        this.clock = clock;
    }

    @GetMapping("/policies/clauses/{clause}")
    String show(
            @PathVariable String clause,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String day,
            @ModelAttribute("page") PageContext page,
            Model model) {
        ClauseVersion shown = version > 0
                ? clauses.version(clause, version)
                : clauses.standing(clause, day.isBlank() ? clock.today() : day(day));
        return show(shown, List.of(), page, model);
    }

    private String show(ClauseVersion version, List<Objection> against, PageContext page, Model model) {
        model.addAttribute("view", showing.of(version, told(against, page), page.isEnglish()));
        model.addAttribute("words", new TermWords(page.isEnglish()));
        return "policies/clause";
    }

    @GetMapping("/policies/clauses/{clause}/versions/{id}/folder.zip")
    void folder(@PathVariable String clause, @PathVariable long id, HttpServletResponse response) throws IOException {
        ClauseVersion version = clauses.version(clause, id);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + clause + "-" + id + ".zip\"");
        ClauseZip.write(version, response.getOutputStream());
    }

    @GetMapping("/policies/clauses/{clause}/versions/{id}/model.dmn")
    void model(@PathVariable String clause, @PathVariable long id, HttpServletResponse response) throws IOException {
        ClauseVersion version = clauses.version(clause, id);
        response.setContentType("application/xml;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + clause + ".dmn\"");
        response.getOutputStream().write(version.model().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/draft")
    @PreAuthorize("hasRole('POLICY')")
    String begin(@PathVariable String clause, @PathVariable long id) {
        ClauseVersion draft = drafts.begin(clause, id);
        return draft.state() == ClauseVersion.State.DRAFT
                ? "redirect:/policies/clauses/" + clause + "/versions/" + draft.id() + "/edit"
                : page(clause, draft.id());
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/publish")
    @PreAuthorize(DECIDERS)
    String publish(
            @PathVariable String clause,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response,
            Model model) {
        @Nullable LocalDate day = from.isBlank() ? null : day(from);
        List<Objection> against = life.publish(clause, id, day);
        if (against.isEmpty()) return page(clause, id);
        response.setStatus(422);
        return show(clauses.version(clause, id), against, page, model);
    }

    static List<String> told(List<Objection> against, PageContext page) {
        return against.stream()
                .map(one -> page.isEnglish() ? one.en() : one.zh())
                .toList();
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/return")
    @PreAuthorize(DECIDERS)
    String giveBack(@PathVariable String clause, @PathVariable long id, @RequestParam(defaultValue = "") String words) {
        life.giveBack(clause, id, words);
        return page(clause, id);
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/end")
    @PreAuthorize("hasRole('POLICY')")
    String askEnd(
            @PathVariable String clause,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String words) {
        life.askEnd(clause, id, day(on), words);
        return page(clause, id);
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/end/agree")
    @PreAuthorize(DECIDERS)
    String end(@PathVariable String clause, @PathVariable long id) {
        life.end(clause, id);
        return page(clause, id);
    }

    @PostMapping("/policies/clauses/{clause}/versions/{id}/end/keep")
    @PreAuthorize(DECIDERS)
    String keep(@PathVariable String clause, @PathVariable long id) {
        life.keep(clause, id);
        return page(clause, id);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(
                    "PL12",
                    "日期“" + text + "”读不懂。建议：写作 2022-03-16。",
                    "The day \"" + text + "\" cannot be read. Maybe write 2022-03-16.");
        }
    }

    private static String page(String clause, long id) {
        return "redirect:/policies/clauses/" + clause + "?version=" + id;
    }
}
