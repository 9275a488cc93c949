package org.diaodu.server.pairing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Units;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.pages.Typed;
import org.diaodu.server.pairing.Leaders;
import org.diaodu.server.pairing.Outcome;
import org.diaodu.server.pairing.PairingSteps;
import org.diaodu.server.pairing.Proposals;
import org.diaodu.server.registry.Regional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dispatcher's side: who looks after enterprises, pairing by rule, and handing over; each looked at before it is done. */
@Controller
@PreAuthorize("hasRole('DISPATCHER')")
class LeaderPages {

    private final Leaders leaders;
    private final Proposals proposals;
    private final PairingSteps steps;
    private final Units units;
    private final BusinessClock clock;

    LeaderPages(Leaders leaders, Proposals proposals, PairingSteps steps, Units units, BusinessClock clock) {
        this.leaders = leaders;
        this.proposals = proposals;
        this.steps = steps;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/pairing/leaders")
    String list(
            @RequestParam(defaultValue = "0") int handed, @RequestParam(defaultValue = "") String from, Model model) {
        model.addAttribute("handed", PairingSteps.parsed(from) == null ? 0 : handed);
        model.addAttribute("from", from);
        return list(model, Typed.NOTHING);
    }

    @PostMapping("/pairing/leaders")
    String add(@RequestParam Map<String, String> entered, Model model, HttpServletResponse response) {
        Outcome outcome = leaders.add(
                text(entered, "name"), text(entered, "post"), text(entered, "unit"), text(entered, "signIn"));
        if (outcome instanceof Outcome.Faulty(Map<String, String> faults)) {
            response.setStatus(422);
            return list(model, Typed.of("add", entered).with(faults));
        }
        return "redirect:/pairing/leaders";
    }

    @PostMapping("/pairing/leaders/{id}/leave")
    String leave(@PathVariable long id, @RequestParam(defaultValue = "-1") int version) {
        if (leaders.leave(id, version) instanceof Outcome.Stale) {
            throw Problem.conflict(
                    "PR30",
                    "这位包联人的信息刚被别人改过，请看一下现在的再操作。",
                    "This leader was changed by somebody else meanwhile. Look again first.");
        }
        return "redirect:/pairing/leaders";
    }

    @GetMapping("/pairing/leaders/{id}/handover")
    String handOver(@PathVariable long id, Model model) {
        return handOver(id, model, Typed.NOTHING, false);
    }

    @PostMapping("/pairing/leaders/{id}/handover")
    String handOver(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "0") long to,
            @RequestParam Map<String, String> entered,
            Model model,
            HttpServletResponse response) {
        return switch (steps.handOver(id, mark, to, text(entered, "day"), text(entered, "note"))) {
            case Outcome.Done(int count) -> handedOver(to, count, LocalDate.parse(text(entered, "day")));
            case Outcome.Stale _ -> {
                response.setStatus(409);
                yield handOver(id, model, Typed.of("handover", entered), true);
            }
            case Outcome.Faulty(Map<String, String> faults) -> {
                response.setStatus(422);
                yield handOver(id, model, Typed.of("handover", entered).with(faults), false);
            }
        };
    }

    /** The enterprises of the one who has them now, or the leaders where the day lies ahead. */
    private String handedOver(long to, int count, LocalDate day) {
        return day.isAfter(clock.today())
                ? "redirect:/pairing/leaders?handed=" + count + "&from=" + day
                : "redirect:/pairing?leader=" + to + "&paired-now=" + count;
    }

    @GetMapping("/pairing/propose")
    String propose(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean relevel,
            Model model) {
        return propose(region, relevel, model, false);
    }

    @PostMapping("/pairing/propose")
    String apply(
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "false") boolean relevel,
            @RequestParam(defaultValue = "") String mark,
            Model model,
            HttpServletResponse response) {
        if (proposals.apply(Regional.prefixAsked(region), relevel, mark) instanceof Outcome.Done(int count)) {
            return "redirect:/pairing?sort=leader&paired-now=" + count;
        }
        response.setStatus(409);
        return propose(region, relevel, model, true);
    }

    private String propose(String region, boolean relevel, Model model, boolean stale) {
        model.addAttribute("proposal", proposals.propose(Regional.prefixAsked(region), relevel));
        model.addAttribute("region", region);
        model.addAttribute("relevel", relevel);
        model.addAttribute("stale", stale);
        return "pairing/propose";
    }

    private String list(Model model, Typed typed) {
        model.addAttribute("leaders", leaders.own());
        model.addAttribute("units", units.within(Callers.current().scope()));
        model.addAttribute("typed", typed);
        return "pairing/leaders";
    }

    private String handOver(long id, Model model, Typed typed, boolean stale) {
        model.addAttribute("shown", steps.handOver(id));
        model.addAttribute("leaders", leaders.own());
        model.addAttribute("typed", typed);
        model.addAttribute("stale", stale);
        return "pairing/handover";
    }

    private static String text(Map<String, String> entered, String field) {
        return entered.getOrDefault(field, "").strip();
    }
}
