package org.diaodu.server.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.attachments.AttachmentHost;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.dispatch.CaseSteps;
import org.diaodu.server.dispatch.Cases;
import org.diaodu.server.dispatch.Cause;
import org.diaodu.server.dispatch.DispatchCase;
import org.diaodu.server.dispatch.Effects;
import org.diaodu.server.dispatch.Measure;
import org.diaodu.server.dispatch.MeasureForm;
import org.diaodu.server.dispatch.MeasureKind;
import org.diaodu.server.dispatch.OpenAppeals;
import org.diaodu.server.dispatch.PairedLeaders;
import org.diaodu.server.dispatch.PlanSteps;
import org.diaodu.server.dispatch.TrendPoint;
import org.diaodu.server.dispatch.Verb;
import org.diaodu.server.pages.ChartData;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
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

/** One case: figures, causes, plan, the steps that are possible, and its timeline. */
@Controller
@PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
class CasePages {

    private final Cases cases;
    private final CaseSteps steps;
    private final PlanSteps plan;
    private final MemberUnits units;
    private final Attachments attachments;
    private final PairedLeaders leaders;
    private final OpenAppeals appeals;
    private final Effects effects;

    CasePages(
            Cases cases,
            CaseSteps steps,
            PlanSteps plan,
            MemberUnits units,
            Attachments attachments,
            PairedLeaders leaders,
            OpenAppeals appeals,
            Effects effects) {
        this.cases = cases;
        this.steps = steps;
        this.plan = plan;
        this.units = units;
        this.attachments = attachments;
        this.leaders = leaders;
        this.appeals = appeals;
        this.effects = effects;
    }

    @GetMapping("/dispatch/cases/{number}")
    String show(@PathVariable String number, @ModelAttribute("page") PageContext page, Model model) {
        return page(number, page, model, Typed.NOTHING, null, null);
    }

    @PostMapping("/dispatch/cases/{number}/steps")
    String step(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Verb verb,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        String words = entered.getOrDefault("words", "").strip();
        var typed = Typed.of(verb.name(), entered);
        return answer(number, typed, version, page, model, response, () -> steps.step(number, version, verb, words));
    }

    @PostMapping("/dispatch/cases/{number}/causes")
    String causes(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(required = false) @Nullable Set<Cause> causes,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Set<Cause> chosen = causes == null ? EnumSet.noneOf(Cause.class) : causes;
        List<String> ticked = chosen.stream().map(Cause::name).toList();
        var typed = Typed.of("causes", entered, ticked);
        String words = entered.getOrDefault("causeWords", "");
        return answer(
                number, typed, version, page, model, response, () -> plan.noteCauses(number, version, chosen, words));
    }

    @PostMapping("/dispatch/cases/{number}/measures")
    String add(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(required = false) @Nullable List<String> helpers,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        MeasureForm form = measure(entered, helpers);
        var typed = Typed.of("add", entered, form.helpers());
        return answer(number, typed, version, page, model, response, () -> plan.add(number, version, form));
    }

    @PostMapping("/dispatch/cases/{number}/measures/{id}")
    String edit(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(required = false) @Nullable List<String> helpers,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        MeasureForm form = measure(entered, helpers);
        var typed = Typed.of("edit-" + id, entered, form.helpers());
        return answer(number, typed, version, page, model, response, () -> plan.edit(number, id, version, form));
    }

    /** Progress, done, dropped, shared or no longer: one form a measure, its button says which. */
    @PostMapping("/dispatch/cases/{number}/measures/{id}/report")
    String report(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "progress") String action,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        String words = entered.getOrDefault("words", "").strip();
        var typed = Typed.of("report-" + id, entered);
        return answer(number, typed, version, page, model, response, () -> switch (action) {
            case "done" -> plan.finish(number, id, version, words);
            case "drop" -> plan.drop(number, id, version, words);
            case "share" -> plan.share(number, id, version, true);
            case "hide" -> plan.share(number, id, version, false);
            default -> plan.progress(number, id, version, percent(entered), words);
        });
    }

    private String answer(
            String number,
            Typed typed,
            int version,
            PageContext page,
            Model model,
            HttpServletResponse response,
            Supplier<Outcome> step) {
        return StepAnswer.of(
                step,
                typed,
                response,
                _ -> "redirect:/dispatch/cases/" + number,
                (kept, stale, refused) -> page(number, page, model, kept, stale == null ? null : version, refused));
    }

    private String page(
            String number,
            PageContext page,
            Model model,
            Typed typed,
            @Nullable Integer stale,
            @Nullable Explanation refused) {
        DispatchCase one = cases.get(number);
        List<Measure> measures = cases.measures(one);
        Set<Long> reportable = new HashSet<>();
        Map<Long, AttachmentHost.Thing> hosts = new LinkedHashMap<>();
        for (Measure measure : measures) {
            if (cases.mayReport(one, measure)) reportable.add(measure.id());
            hosts.put(measure.id(), cases.attaching(one, measure));
        }
        model.addAttribute(
                "view",
                new CaseView(
                        one,
                        measures,
                        reportable,
                        cases.timeline(one),
                        cases.possible(one),
                        cases.mayPlan(one),
                        cases.mayManage(one),
                        Callers.current().scope().allows(one.region()),
                        cases.ofEnterprise(one.subject().enterpriseId()).stream()
                                .filter(other -> other.id() != one.id())
                                .toList(),
                        units.all(),
                        page.businessDate(),
                        chart(page, one),
                        leaders.of(List.of(one.subject().enterpriseId()))
                                .getOrDefault(one.subject().enterpriseId(), ""),
                        appeals.of(List.of(one.subject().enterpriseId()))
                                .getOrDefault(one.subject().enterpriseId(), List.of()),
                        attachments.on("case", one.id()),
                        attachments.on("measure", hosts),
                        effects.of(one),
                        effects.run(one.region()).orElse(null),
                        typed,
                        stale,
                        refused));
        return "dispatch/case";
    }

    /** Growth up to the period that opened the case; null for fewer than two points. */
    private static @Nullable ChartData chart(PageContext page, DispatchCase one) {
        List<TrendPoint> points = one.opening().trend().stream()
                .filter(point -> point.growthPct() != null)
                .toList();
        if (points.size() < 2) return null;
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (TrendPoint point : points) {
            labels.add(point.period().last().toString());
            values.add(Objects.requireNonNull(point.growthPct()));
        }
        String series = page.text("dispatch.trend.series");
        return new ChartData(
                "trend",
                "trend",
                page.text(
                        "dispatch.trend.finding",
                        page.period(one.opening().period()),
                        page.numbers().percent(one.opening().growthPct())),
                "%",
                Map.of(
                        "unit",
                        "%",
                        "labels",
                        labels,
                        "series",
                        List.of(Map.of("name", series, "style", "strong", "values", values))));
    }

    private static MeasureForm measure(Map<String, String> entered, @Nullable List<String> helpers) {
        return new MeasureForm(
                entered.getOrDefault("words", "").strip(),
                entered.getOrDefault("ownerUnit", "").strip(),
                helpers == null ? List.of() : helpers,
                entered.getOrDefault("due", "").strip(),
                entered.getOrDefault("expected", "").strip(),
                MeasureKind.named(entered.getOrDefault("kind", "")));
    }

    private static int percent(Map<String, String> entered) {
        String text = entered.getOrDefault("progress", "").strip();
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }
}
