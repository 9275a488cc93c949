package org.diaodu.server.dispatch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnitChanges;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Units;
import org.diaodu.server.dispatch.HandOver;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The member units of the task force: added, renamed, closed once they have handed over, and their people. */
@Controller
@PreAuthorize("hasRole('DISPATCHER')")
class UnitPages {

    private final MemberUnitChanges changes;
    private final MemberUnits members;
    private final Units units;
    private final HandOver handOver;

    UnitPages(MemberUnitChanges changes, MemberUnits members, Units units, HandOver handOver) {
        this.changes = changes;
        this.members = members;
        this.units = units;
        this.handOver = handOver;
    }

    @GetMapping("/dispatch/units")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        return list(q.strip(), Map.of(), "", model);
    }

    @PostMapping("/dispatch/units")
    String add(@RequestParam Map<String, String> entered, Model model, HttpServletResponse response) {
        Optional<String> fault = changes.add(
                entered.getOrDefault("code", "").strip(),
                entered.getOrDefault("name", "").strip(),
                entered.getOrDefault("region", "").strip());
        if (fault.isEmpty())
            return "redirect:/dispatch/units/"
                    + entered.getOrDefault("code", "").strip();
        response.setStatus(422);
        return list("", entered, fault.get(), model);
    }

    private String list(String text, Map<String, String> entered, String fault, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("rows", changes.list(text));
        model.addAttribute("entered", entered);
        model.addAttribute("fault", fault);
        model.addAttribute("units", units.within(Callers.current().scope()));
        return "dispatch/units";
    }

    @GetMapping("/dispatch/units/{code}")
    String show(@PathVariable String code, Model model) {
        return page(code, "", "", null, model);
    }

    @PostMapping("/dispatch/units/{code}")
    String change(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "-1") int version,
            Model model,
            HttpServletResponse response) {
        if (closed
                && !changes.get(code).unit().closed()
                && !handOver.preview(code).isNothing()) {
            response.setStatus(409);
            return page(code, "dispatch.units.fault.holds", "", null, model);
        }
        Optional<String> fault = changes.change(code, name, closed, version);
        if (fault.isEmpty()) return "redirect:/dispatch/units/" + code;
        response.setStatus(422);
        return page(code, fault.get(), name, null, model);
    }

    @PostMapping("/dispatch/units/{code}/hand-over")
    String handOver(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        changes.get(code);
        try {
            handOver.handOver(code, to, mark, reason);
        } catch (StepRefused refused) {
            response.setStatus(refused.explanation().status());
            return page(code, "", reason, refused, model);
        }
        return "redirect:/dispatch/units/" + code;
    }

    private String page(String code, String fault, String typed, @Nullable StepRefused refused, Model model) {
        MemberUnitChanges.Listed one = changes.get(code);
        model.addAttribute("one", one);
        model.addAttribute("people", changes.people(code));
        model.addAttribute("held", handOver.preview(code));
        model.addAttribute(
                "takers",
                members.within("*").stream()
                        .filter(unit -> !unit.code().equals(code))
                        .toList());
        model.addAttribute("fault", fault);
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused == null ? null : refused.explanation());
        return "dispatch/unit";
    }
}
