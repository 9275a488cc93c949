package org.diaodu.server.whitelist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepAnswer;
import org.diaodu.server.whitelist.Application;
import org.diaodu.server.whitelist.Entries;
import org.diaodu.server.whitelist.EntrySteps;
import org.diaodu.server.whitelist.Pass;
import org.diaodu.server.whitelist.PassForm;
import org.diaodu.server.whitelist.Passes;
import org.diaodu.server.whitelist.Verb;
import org.diaodu.server.whitelist.WhiteListEntry;
import org.diaodu.server.whitelist.WhiteListProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One entry with its passes and its timeline, the clerk's own, applying, and a pass to be printed. */
@Controller
class EntryPages {

    private final Entries entries;
    private final EntrySteps steps;
    private final Passes passes;
    private final WhiteListProperties limits;

    EntryPages(Entries entries, EntrySteps steps, Passes passes, WhiteListProperties limits) {
        this.entries = entries;
        this.steps = steps;
        this.passes = passes;
        this.limits = limits;
    }

    @GetMapping("/whitelist/mine")
    @PreAuthorize("hasRole('CLERK')")
    String mine(Model model) {
        model.addAttribute("rows", entries.mine());
        return "whitelist/mine";
    }

    @GetMapping("/whitelist/apply")
    @PreAuthorize("hasRole('CLERK')")
    String form(Model model) {
        return form(Typed.NOTHING, key(), null, model);
    }

    @PostMapping("/whitelist/apply")
    @PreAuthorize("hasRole('CLERK')")
    String apply(@RequestParam Map<String, String> entered, Model model, HttpServletResponse response) {
        var asked = new Application(
                entered.getOrDefault("key", ""),
                entered.getOrDefault("kind", ""),
                entered.getOrDefault("level", ""),
                entered.getOrDefault("grounds", ""));
        var typed = Typed.of("apply", entered);
        return StepAnswer.of(
                () -> steps.apply(asked),
                typed,
                response,
                done -> "redirect:/whitelist/" + done.number(),
                (kept, _, refused) -> form(kept, asked.key(), refused, model));
    }

    private static String form(Typed typed, String key, @Nullable Explanation refused, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("key", key);
        model.addAttribute("refused", refused);
        return "whitelist/apply";
    }

    @GetMapping("/whitelist/{number}")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER', 'CLERK')")
    String show(@PathVariable String number, @ModelAttribute("page") PageContext page, Model model) {
        return page(number, page, model, Typed.NOTHING, null, null);
    }

    @PostMapping("/whitelist/{number}/steps")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER', 'CLERK')")
    String step(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Verb verb,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        var typed = Typed.of(verb.name(), entered);
        return answer(
                number,
                typed,
                version,
                page,
                model,
                response,
                () -> steps.step(
                        number,
                        version,
                        verb,
                        entered.getOrDefault("from", ""),
                        entered.getOrDefault("until", ""),
                        entered.getOrDefault("words", "").strip()));
    }

    @PostMapping("/whitelist/{number}/passes")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER', 'CLERK')")
    String issue(
            @PathVariable String number,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        var form = new PassForm(
                entered.getOrDefault("key", ""),
                entered.getOrDefault("plate", ""),
                entered.getOrDefault("goods", ""),
                entered.getOrDefault("from", ""),
                entered.getOrDefault("to", ""),
                entered.getOrDefault("validFrom", ""),
                entered.getOrDefault("validUntil", ""));
        var typed = Typed.of("pass", entered);
        return answer(number, typed, 0, page, model, response, () -> passes.issue(number, form));
    }

    @PostMapping("/whitelist/passes/{number}/revoke")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER', 'CLERK')")
    String revoke(
            @PathVariable String number,
            @RequestParam Map<String, String> entered,
            @ModelAttribute("page") PageContext page,
            Model model,
            HttpServletResponse response) {
        Pass pass = passes.get(number);
        var typed = Typed.of(number, entered);
        String words = entered.getOrDefault("words", "").strip();
        return answer(pass.entry(), typed, 0, page, model, response, () -> passes.revoke(number, words));
    }

    /** The pass as it is carried: A5 on paper, and whole on a phone. */
    @GetMapping("/whitelist/passes/{number}")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER', 'CLERK')")
    String sheet(@PathVariable String number, Model model) {
        Pass pass = passes.get(number);
        String checking = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/pass")
                .toUriString();
        model.addAttribute("pass", pass);
        model.addAttribute("entry", entries.get(pass.entry()));
        model.addAttribute("checking", checking);
        model.addAttribute("qr", QrCode.of(checking + "/" + pass.code().value()));
        return "whitelist/pass";
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
                done -> "redirect:/whitelist/" + (typed.in("pass") ? "passes/" + done.number() : number),
                (kept, stale, refused) -> page(number, page, model, kept, stale == null ? null : version, refused));
    }

    private String page(
            String number,
            PageContext page,
            Model model,
            Typed typed,
            @Nullable Integer stale,
            @Nullable Explanation refused) {
        WhiteListEntry entry = entries.get(number);
        model.addAttribute(
                "view",
                new EntryView(
                        entry,
                        entries.timeline(entry),
                        passes.of(entry),
                        entries.possible(entry),
                        passes.mayIssue(entry),
                        Callers.current().enterpriseId() != null,
                        page.businessDate(),
                        page.businessDate().plusDays(limits.usualDays() - 1L),
                        typed.value("pass", "key", key()),
                        typed,
                        stale,
                        refused));
        return "whitelist/entry";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
