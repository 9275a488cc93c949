package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.policies.delivery.Batch;
import org.diaodu.server.policies.delivery.Batches;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Batches: proposed by one officer, decided by another. */
@Controller
@PreAuthorize("hasRole('POLICY')")
class BatchPages {

    private static final int SHOWN = 50;

    private final Batches batches;

    BatchPages(Batches batches) {
        this.batches = batches;
    }

    @GetMapping("/delivery/batches")
    String list(Model model) {
        model.addAttribute("batches", batches.latest(SHOWN));
        return "delivery/batches";
    }

    @PostMapping("/delivery/batches")
    String propose(
            @RequestParam(required = false) List<String> number,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String key) {
        return switch (batches.propose(number == null ? List.of() : number, words, key)) {
            case Outcome.Done(String made) -> "redirect:/delivery/batches/" + made;
            case Outcome.Stale _ -> throw new IllegalStateException("a new batch has no version");
            case Outcome.Faulty(Map<String, String> faults) -> throw Faults.told(faults);
        };
    }

    @GetMapping("/delivery/batches/{number}")
    String show(@PathVariable String number, Model model) {
        return page(number, model, null, false);
    }

    @PostMapping("/delivery/batches/{number}")
    String decide(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response) {
        try {
            Outcome outcome = decision.equals("approve")
                    ? batches.approve(number, version, words.strip())
                    : batches.decline(number, version, words.strip());
            return switch (outcome) {
                case Outcome.Done _ -> "redirect:/delivery/batches/" + number;
                case Outcome.Stale _ -> {
                    response.setStatus(409);
                    yield page(number, model, null, true);
                }
                case Outcome.Faulty(Map<String, String> faults) -> throw Faults.told(faults);
            };
        } catch (StepRefused refused) {
            response.setStatus(refused.explanation().status());
            return page(number, model, refused.explanation(), false);
        }
    }

    private String page(String number, Model model, @Nullable Explanation refused, boolean stale) {
        Batch batch = batches.get(number);
        model.addAttribute("batch", batch);
        model.addAttribute("refused", refused);
        model.addAttribute("stale", stale);
        model.addAttribute(
                "decidable",
                batch.state() == Batch.State.PROPOSED
                        && !batch.proposedBy().equals(Callers.current().name()));
        return "delivery/batch";
    }
}
