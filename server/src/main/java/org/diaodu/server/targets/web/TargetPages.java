package org.diaodu.server.targets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepAnswer;
import org.diaodu.server.targets.PartsForm;
import org.diaodu.server.targets.Point;
import org.diaodu.server.targets.ReportForm;
import org.diaodu.server.targets.Target;
import org.diaodu.server.targets.TargetDesk;
import org.diaodu.server.targets.TargetSteps;
import org.diaodu.server.targets.Targets;
import org.diaodu.server.targets.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One target: how far it is, the steps on it, reports, and its parts. */
@Controller
class TargetPages {

    private static final String REPORT = "REPORT";

    private final Targets targets;
    private final TargetDesk desk;
    private final TargetSteps steps;

    TargetPages(Targets targets, TargetDesk desk, TargetSteps steps) {
        this.targets = targets;
        this.desk = desk;
        this.steps = steps;
    }

    @GetMapping("/targets/{id}")
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER', 'DISPATCHER', 'OFFICER')")
    String show(@PathVariable long id, @ModelAttribute("page") PageContext page, Model model) {
        return page(id, page, model, Typed.NOTHING, null, null);
    }

    @PostMapping("/targets/{id}/steps")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER', 'OFFICER')")
    String step(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Verb verb,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        return answer(
                () -> steps.step(id, version, verb, entered.getOrDefault("words", "")),
                Typed.of(verb.name(), entered),
                id,
                page,
                model,
                response);
    }

    @PostMapping("/targets/{id}/reports")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER', 'OFFICER')")
    String report(
            @PathVariable long id,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        var form = new ReportForm(
                entered.getOrDefault("key", ""),
                entered.getOrDefault("day", ""),
                entered.getOrDefault("value", ""),
                entered.getOrDefault("source", ""),
                entered.getOrDefault("words", ""));
        return answer(() -> steps.report(id, form), Typed.of(REPORT, entered), id, page, model, response);
    }

    private String answer(
            java.util.function.Supplier<Outcome> step,
            Typed typed,
            long id,
            PageContext page,
            Model model,
            HttpServletResponse response) {
        return StepAnswer.of(
                step,
                typed,
                response,
                _ -> "redirect:/targets/" + id,
                (kept, stale, refused) -> page(id, page, model, kept, stale == null ? null : stale.version(), refused));
    }

    private String page(
            long id,
            PageContext page,
            Model model,
            Typed typed,
            @Nullable Integer stale,
            @Nullable Explanation refused) {
        Target target = targets.get(id);
        List<Point> course = desk.course(target);
        List<TargetChart.Row> rows = TargetChart.rows(target, course);
        model.addAttribute(
                "view",
                new TargetView(
                        target,
                        desk.whole(target).orElse(null),
                        desk.parts(target),
                        desk.need(target),
                        desk.reports(target),
                        desk.timeline(target),
                        desk.possible(target),
                        desk.replaced(target).orElse(null),
                        desk.inItsPlace(target).orElse(null),
                        desk.rule(),
                        TargetChart.of(page, target, rows),
                        rows,
                        typed.value(REPORT, "key", UUID.randomUUID().toString()),
                        typed,
                        stale,
                        refused));
        return "targets/target";
    }

    /** The form that breaks a target down to the regions and units below. */
    @GetMapping("/targets/{id}/parts")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
    String parts(@PathVariable long id, Model model) {
        Target target = targets.get(id);
        desk.require(target, Verb.BREAK_DOWN);
        return parts(target, Typed.of("parts", Map.of("key", UUID.randomUUID().toString())), null, null, model);
    }

    @PostMapping("/targets/{id}/parts")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
    String breakDown(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        var form = new PartsForm(entered.getOrDefault("key", ""), entered);
        return StepAnswer.of(
                () -> steps.breakDown(id, version, form),
                Typed.of("parts", entered),
                response,
                _ -> "redirect:/targets/" + id + "#parts",
                (kept, stale, refused) ->
                        parts(targets.get(id), kept, stale == null ? null : stale.version(), refused, model));
    }

    private String parts(
            Target target, Typed typed, @Nullable Integer stale, @Nullable Explanation refused, Model model) {
        model.addAttribute("target", target);
        model.addAttribute("parts", desk.parts(target));
        model.addAttribute("regions", desk.regions(target));
        model.addAttribute("units", desk.memberUnits(target));
        model.addAttribute("shares", desk.shares(target));
        model.addAttribute("typed", typed);
        model.addAttribute("stale", stale);
        model.addAttribute("refused", refused);
        return "targets/parts";
    }
}
