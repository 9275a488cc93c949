package org.diaodu.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Attributes;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.Fault;
import org.diaodu.server.registry.ListChange;
import org.diaodu.server.registry.NewEnterprise;
import org.diaodu.server.registry.Register;
import org.diaodu.server.registry.Registered;
import org.diaodu.server.registry.SaveOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Enters, changes and takes off enterprises; a stale save shows both versions and loses neither. */
@Controller
@PreAuthorize("hasRole('ANALYST')")
class EnterpriseForm {

    private final Enterprises enterprises;
    private final Register register;
    private final BusinessClock clock;

    EnterpriseForm(Enterprises enterprises, Register register, BusinessClock clock) {
        this.enterprises = enterprises;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/enterprises/new")
    String blank(@ModelAttribute("page") PageContext page, Model model) {
        return form(page, model, null, EnterpriseFields.read(Map.of(), thisMonth()), Map.of(), List.of(), null);
    }

    @PostMapping("/enterprises/new")
    String enter(
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Attributes wanted = EnterpriseFields.read(form, thisMonth());
        SaveOutcome outcome = register.enter(new NewEnterprise(
                form.getOrDefault("creditCode", ""),
                form.getOrDefault("override", ""),
                wanted,
                form.getOrDefault("kind", "").equals("NEW_PLANT") ? ListChange.Kind.NEW_PLANT : ListChange.Kind.ENTRY,
                form.getOrDefault("reason", "")));
        return after(outcome, page, model, response, null, wanted, form);
    }

    @GetMapping("/enterprises/{id}/edit")
    String edit(@PathVariable long id, @ModelAttribute("page") PageContext page, Model model) {
        Registered now = found(id, thisMonth());
        Attributes start = now.attributes().between(thisMonth(), null);
        Map<String, String> form =
                Map.of("version", Integer.toString(now.enterprise().version()));
        return form(page, model, now, start, form, List.of(), null);
    }

    @PostMapping("/enterprises/{id}/edit")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Attributes wanted = EnterpriseFields.read(form, thisMonth());
        Registered now = found(id, wanted.from());
        int version = number(form.getOrDefault("version", "0"));
        SaveOutcome outcome = register.change(id, version, wanted, form.getOrDefault("reason", ""));
        return after(outcome, page, model, response, now, wanted, form);
    }

    @PostMapping("/enterprises/{id}/leave")
    String leave(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Registered now = found(id, thisMonth());
        YearMonth from = Months.parse(form.getOrDefault("from", ""), thisMonth());
        int version = number(form.getOrDefault("version", "0"));
        SaveOutcome outcome = register.leave(id, version, from, form.getOrDefault("reason", ""));
        return after(outcome, page, model, response, now, now.attributes().between(from, null), form);
    }

    private String after(
            SaveOutcome outcome,
            PageContext page,
            Model model,
            HttpServletResponse response,
            @Nullable Registered now,
            Attributes wanted,
            Map<String, String> form) {
        return switch (outcome) {
            case SaveOutcome.Saved saved -> "redirect:/enterprises/" + saved.id();
            case SaveOutcome.Refused(List<Fault> faults) -> {
                response.setStatus(422);
                yield form(page, model, now, wanted, form, faults, null);
            }
            case SaveOutcome.Stale stale -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                Map<String, String> fresh = new LinkedHashMap<>(form);
                fresh.put(
                        "version", Integer.toString(stale.theirs().enterprise().version()));
                yield form(page, model, stale.theirs(), wanted, fresh, List.of(), stale.theirs());
            }
        };
    }

    private String form(
            PageContext page,
            Model model,
            @Nullable Registered enterprise,
            Attributes values,
            Map<String, String> form,
            List<Fault> faults,
            @Nullable Registered theirs) {
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.putIfAbsent(fault.field(), page.isEnglish() ? fault.en() : fault.zh()));
        model.addAttribute("enterprise", enterprise);
        model.addAttribute("values", values);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("theirs", theirs);
        return "registry/form";
    }

    private Registered found(long id, YearMonth month) {
        return enterprises.find(id, month).orElseThrow(EnterprisePage::notYours);
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.today());
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
