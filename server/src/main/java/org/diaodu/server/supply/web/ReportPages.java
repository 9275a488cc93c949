package org.diaodu.server.supply.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.attachments.Attachments;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepAnswer;
import org.diaodu.server.supply.Facts;
import org.diaodu.server.supply.LetterSteps;
import org.diaodu.server.supply.Report;
import org.diaodu.server.supply.ReportForm;
import org.diaodu.server.supply.ReportList;
import org.diaodu.server.supply.ReportSteps;
import org.diaodu.server.supply.Reports;
import org.diaodu.server.supply.Trouble;
import org.diaodu.server.supply.Verb;
import org.diaodu.server.whitelist.Entries;
import org.diaodu.server.whitelist.Kind;
import org.diaodu.server.whitelist.WhiteListEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The clerk's own reports, reporting, and one report with its letters and its timeline. */
@Controller
class ReportPages {

    /** The form that makes a report; the other one corrects it. */
    private static final String NEW = "report";

    private static final String EDIT = "edit";

    private final Reports reports;
    private final ReportSteps steps;
    private final LetterSteps letters;
    private final ReportList list;
    private final Attachments attachments;
    private final Entries whiteList;

    ReportPages(
            Reports reports,
            ReportSteps steps,
            LetterSteps letters,
            ReportList list,
            Attachments attachments,
            Entries whiteList) {
        this.reports = reports;
        this.steps = steps;
        this.letters = letters;
        this.list = list;
        this.attachments = attachments;
        this.whiteList = whiteList;
    }

    @GetMapping("/supply/mine")
    @PreAuthorize("hasRole('CLERK')")
    String mine(Model model) {
        model.addAttribute("rows", reports.mine());
        return "supply/mine";
    }

    @GetMapping("/supply/new")
    @PreAuthorize("hasRole('CLERK')")
    String form(@ModelAttribute("page") PageContext page, Model model) {
        String key = UUID.randomUUID().toString();
        Map<String, String> usual =
                new HashMap<>(Map.of("key", key, "since", page.businessDate().toString()));
        return form(Typed.of(NEW, usual), null, model);
    }

    @PostMapping("/supply/new")
    @PreAuthorize("hasRole('CLERK')")
    String report(@RequestParam Map<String, String> entered, Model model, HttpServletResponse response) {
        var typed = Typed.of(NEW, entered);
        return switch (steps.report(read(entered))) {
            case Outcome.Done(String number) -> "redirect:/supply/" + number;
            case Outcome.Stale _ -> throw new IllegalStateException("a new report has no version");
            case Outcome.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                yield form(typed.with(faults), null, model);
            }
        };
    }

    /** The form to correct what was returned. */
    @GetMapping("/supply/{number}/edit")
    @PreAuthorize("hasRole('CLERK')")
    String edit(@PathVariable String number, Model model) {
        Report report = reports.get(number);
        report.state().supplement();
        return form(Typed.of(EDIT, values(report)), report, model);
    }

    @PostMapping("/supply/{number}/edit")
    @PreAuthorize("hasRole('CLERK')")
    String supplement(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of(EDIT, entered);
        String note = entered.getOrDefault("note", "").strip();
        return switch (steps.supplement(number, version, read(entered), note)) {
            case Outcome.Done _ -> "redirect:/supply/" + number;
            case Outcome.Stale(int now) -> {
                response.setStatus(409);
                model.addAttribute("stale", now);
                yield form(typed, reports.get(number), model);
            }
            case Outcome.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                yield form(typed.with(faults), reports.get(number), model);
            }
        };
    }

    private static String form(Typed typed, @Nullable Report report, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("report", report);
        return "supply/new";
    }

    private static ReportForm read(Map<String, String> entered) {
        return new ReportForm(
                entered.getOrDefault("key", ""),
                entered.getOrDefault("kind", ""),
                entered.getOrDefault("item", ""),
                entered.getOrDefault("amount", ""),
                entered.getOrDefault("unit", ""),
                entered.getOrDefault("supplier", ""),
                entered.getOrDefault("province", ""),
                entered.getOrDefault("place", ""),
                entered.getOrDefault("since", ""),
                entered.getOrDefault("stockDays", ""),
                entered.getOrDefault("outputAtRisk", ""),
                entered.getOrDefault("words", ""),
                entered.getOrDefault("contactName", ""),
                entered.getOrDefault("contactPhone", ""));
    }

    private static Map<String, String> values(Report report) {
        Facts facts = report.facts();
        Map<String, String> values = new HashMap<>();
        values.put("kind", facts.trouble().name());
        values.put("item", facts.item());
        values.put("amount", facts.amount().stripTrailingZeros().toPlainString());
        values.put("unit", facts.unit());
        values.put("supplier", facts.supplier());
        values.put("province", facts.province());
        values.put("place", facts.place());
        values.put("since", facts.since().toString());
        values.put("stockDays", "" + facts.stockDays());
        values.put("outputAtRisk", facts.outputAtRisk().stripTrailingZeros().toPlainString());
        values.put("words", facts.words());
        values.put("contactName", facts.contact().name());
        values.put("contactPhone", facts.contact().phone());
        return values;
    }

    @GetMapping("/supply/{number}")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER', 'CLERK')")
    String show(@PathVariable String number, Model model) {
        return page(number, model, Typed.NOTHING, null, null);
    }

    @PostMapping("/supply/{number}/steps")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER', 'CLERK')")
    String step(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Verb verb,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        String words = entered.getOrDefault("words", "").strip();
        Supplier<Outcome> step = verb == Verb.REPLY
                ? () -> letters.reply(number, version, entered.getOrDefault("repliedOn", ""), words)
                : () -> steps.step(number, version, verb, entered.getOrDefault("result", ""), words);
        return answer(number, version, Typed.of(verb.name(), entered), model, response, step);
    }

    private String answer(
            String number,
            int version,
            Typed typed,
            Model model,
            HttpServletResponse response,
            Supplier<Outcome> step) {
        return StepAnswer.of(
                step,
                typed,
                response,
                _ -> "redirect:/supply/" + number,
                (kept, stale, refused) -> page(number, model, kept, stale == null ? null : version, refused));
    }

    private String page(
            String number, Model model, Typed typed, @Nullable Integer stale, @Nullable Explanation refused) {
        Report report = reports.get(number);
        model.addAttribute(
                "view",
                new ReportView(
                        report,
                        reports.timeline(report),
                        reports.letters(report),
                        attachments.on("supply", report.id()),
                        reports.possible(report),
                        Callers.current().enterpriseId() != null,
                        entry(report),
                        list.now(),
                        typed,
                        stale,
                        refused));
        return "supply/report";
    }

    private @Nullable WhiteListEntry entry(Report report) {
        return report.facts().trouble() == Trouble.TRANSPORT
                ? whiteList
                        .current(report.subject().enterpriseId(), Kind.LOGISTICS)
                        .orElse(null)
                : null;
    }
}
