package org.diaodu.server.briefs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.diaodu.bulletin.brief.BriefFault;
import org.diaodu.server.access.Callers;
import org.diaodu.server.briefs.Audience;
import org.diaodu.server.briefs.House;
import org.diaodu.server.briefs.Houses;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.steps.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The wording of the house, read and changed. */
@Controller
@PreAuthorize("hasRole('ANALYST')")
class HousePages {

    private static final String FORM = "house";

    private final Houses houses;

    HousePages(Houses houses) {
        this.houses = houses;
    }

    @GetMapping("/briefs/house")
    String show(@RequestParam(defaultValue = "INTERNAL") String audience, Model model) {
        return page(Audience.named(audience), Typed.NOTHING, null, false, model);
    }

    @PostMapping("/briefs/house")
    String save(@RequestParam Map<String, String> entered, Model model, HttpServletResponse response) {
        Audience audience = Audience.named(entered.getOrDefault("audience", ""));
        Typed typed = Typed.of(FORM, entered);
        var house = new House(
                Callers.current().ownUnit().code(),
                audience,
                entered.getOrDefault("name", ""),
                entered.getOrDefault("issuer", ""),
                entered.getOrDefault("template", ""),
                entered.containsKey("second"),
                entered.getOrDefault("version", "").matches("[0-9]{1,9}")
                        ? Integer.parseInt(entered.get("version"))
                        : -1);
        try {
            return switch (houses.save(Callers.current().ownUnit(), house)) {
                case Outcome.Done _ -> "redirect:/briefs/house?audience=" + audience;
                case Outcome.Stale _ -> {
                    response.setStatus(409);
                    yield page(audience, typed, null, true, model);
                }
                case Outcome.Faulty(Map<String, String> faults) -> {
                    response.setStatus(422);
                    yield page(audience, typed.with(faults), null, false, model);
                }
            };
        } catch (BriefFault fault) {
            response.setStatus(422);
            return page(audience, typed, new Explanation(422, fault.code(), fault.zh(), fault.en()), false, model);
        }
    }

    private String page(Audience audience, Typed typed, @Nullable Explanation refused, boolean stale, Model model) {
        model.addAttribute("house", houses.of(Callers.current().ownUnit(), audience));
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        model.addAttribute("stale", stale);
        return "briefs/house";
    }
}
