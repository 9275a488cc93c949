package org.diaodu.server.targets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Unit;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.steps.StepAnswer;
import org.diaodu.server.targets.Target;
import org.diaodu.server.targets.TargetDesk;
import org.diaodu.server.targets.TargetForm;
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

/** The form of a target: a new one, one that is proposed, and one that replaces another. */
@Controller
class TargetFormPages {

    private final Targets targets;
    private final TargetDesk desk;
    private final TargetSteps steps;
    private final MemberUnits units;

    TargetFormPages(Targets targets, TargetDesk desk, TargetSteps steps, MemberUnits units) {
        this.targets = targets;
        this.desk = desk;
        this.steps = steps;
        this.units = units;
    }

    /** Which form it is: where it is sent to, and what it is about. */
    private record Sent(String action, String title, @Nullable Target about) {}

    private static final Sent NEW = new Sent("/targets/new", "targets.new", null);

    private static Sent edit(Target target) {
        return new Sent("/targets/" + target.id() + "/edit", "targets.edit", target);
    }

    private static Sent replacement(Target target) {
        return new Sent("/targets/" + target.id() + "/replacement", "targets.replace", target);
    }

    @GetMapping("/targets/new")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER', 'OFFICER')")
    String propose(@ModelAttribute("page") PageContext page, Model model) {
        desk.requireProposing();
        int year = page.businessDate().getYear();
        Map<String, String> usual = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "kind", "TARGET",
                "course", "LEVEL",
                "bound", "GE",
                "begins", year + "-01-01",
                "due", year + "-12-31"));
        usual.put("region", Callers.current().ownUnit().code());
        usual.put("memberUnit", Objects.requireNonNullElse(Callers.current().memberUnit(), ""));
        return form(NEW, Typed.of("target", usual), null, null, model);
    }

    @PostMapping("/targets/new")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER', 'OFFICER')")
    String proposed(@RequestParam Map<String, String> entered, Model model, HttpServletResponse response) {
        return StepAnswer.of(
                () -> steps.propose(read(entered)),
                Typed.of("target", entered),
                response,
                done -> "redirect:/targets/" + done.number(),
                (kept, _, refused) -> form(NEW, kept, null, refused, model));
    }

    @GetMapping("/targets/{id}/edit")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER', 'OFFICER')")
    String edit(@PathVariable long id, Model model) {
        Target target = targets.get(id);
        desk.require(target, Verb.EDIT);
        return form(edit(target), Typed.of("target", values(target)), null, null, model);
    }

    @PostMapping("/targets/{id}/edit")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER', 'OFFICER')")
    String edited(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        return StepAnswer.of(
                () -> steps.edit(id, version, read(entered)),
                Typed.of("target", entered),
                response,
                _ -> "redirect:/targets/" + id,
                (kept, stale, refused) ->
                        form(edit(targets.get(id)), kept, stale == null ? null : stale.version(), refused, model));
    }

    @GetMapping("/targets/{id}/replacement")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
    String replacing(@PathVariable long id, Model model) {
        Target target = targets.get(id);
        desk.require(target, Verb.REPLACE);
        Map<String, String> values = values(target);
        values.put("key", UUID.randomUUID().toString());
        values.put("quote", "");
        values.put("document", "");
        values.put("place", "");
        return form(replacement(target), Typed.of("target", values), null, null, model);
    }

    @PostMapping("/targets/{id}/replacement")
    @PreAuthorize("hasAnyRole('ANALYST', 'DISPATCHER')")
    String replaced(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        return StepAnswer.of(
                () -> steps.replace(id, version, read(entered)),
                Typed.of("target", entered),
                response,
                done -> "redirect:/targets/" + done.number(),
                (kept, stale, refused) ->
                        form(replacement(targets.get(id)), kept, stale == null ? null : stale.version(), refused, model));
    }

    private String form(
            Sent sent, Typed typed, @Nullable Integer stale, @Nullable Explanation refused, Model model) {
        Unit own = Callers.current().ownUnit();
        model.addAttribute("action", sent.action());
        model.addAttribute("heading", sent.title());
        model.addAttribute("about", sent.about());
        model.addAttribute("own", new Regional.Choice(own.code(), own.name()));
        model.addAttribute("units", offered(own));
        model.addAttribute("typed", typed);
        model.addAttribute("stale", stale);
        model.addAttribute("refused", refused);
        return "targets/form";
    }

    private List<MemberUnit> offered(Unit own) {
        return units.within(own.prefix());
    }

    private static Map<String, String> values(Target target) {
        var unit = target.aim().unit();
        Map<String, String> values = new HashMap<>();
        values.put("kind", target.kind().name());
        values.put("indicator", target.indicator());
        values.put("region", target.region());
        values.put("subject", target.subject());
        values.put("memberUnit", target.memberUnit() == null ? "" : target.memberUnit());
        values.put("low", unit.number(target.aim().low(), 6));
        values.put("high", target.aim().isRange() ? unit.number(target.aim().high(), 6) : "");
        values.put("bound", target.aim().bound() == null ? "" : target.aim().bound().name());
        values.put("unit", unit.text());
        values.put("course", target.course().name());
        values.put("base", target.base().signum() == 0 ? "" : unit.number(target.base(), 6));
        values.put("begins", target.begins().toString());
        values.put("due", target.due().toString());
        values.put("measure", target.measure());
        values.put("quote", target.quote());
        values.put("document", target.document());
        values.put("place", target.place());
        return values;
    }

    private static TargetForm read(Map<String, String> entered) {
        return new TargetForm(
                entered.getOrDefault("key", ""),
                entered.getOrDefault("kind", ""),
                entered.getOrDefault("indicator", ""),
                entered.getOrDefault("region", ""),
                entered.getOrDefault("subject", ""),
                entered.getOrDefault("memberUnit", ""),
                entered.getOrDefault("low", ""),
                entered.getOrDefault("high", ""),
                entered.getOrDefault("bound", ""),
                entered.getOrDefault("unit", ""),
                entered.getOrDefault("course", ""),
                entered.getOrDefault("base", ""),
                entered.getOrDefault("begins", ""),
                entered.getOrDefault("due", ""),
                entered.getOrDefault("measure", ""),
                entered.getOrDefault("quote", ""),
                entered.getOrDefault("document", ""),
                entered.getOrDefault("place", ""));
    }
}
