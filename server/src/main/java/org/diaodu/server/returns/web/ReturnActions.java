package org.diaodu.server.returns.web;

import org.diaodu.server.access.Callers;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.returns.ReturnReview;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What analyst and clerk do to a return that is filed. */
@Controller
class ReturnActions {

    private final ReturnReview review;
    private final Periods periods;

    ReturnActions(ReturnReview review, Periods periods) {
        this.review = review;
        this.periods = periods;
    }

    @PostMapping("/returns/{enterprise}/{period}/query")
    @PreAuthorize("hasRole('ANALYST')")
    String query(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String question) {
        review.ask(enterprise, periods.parse(period), version, item.isBlank() ? null : item, question);
        return back(enterprise, period);
    }

    @PostMapping("/returns/{enterprise}/{period}/answer")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST')")
    String answer(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam(defaultValue = "0") long query,
            @RequestParam(defaultValue = "") String answer) {
        review.answer(enterprise, periods.parse(period), query, answer);
        return back(enterprise, period);
    }

    @PostMapping("/returns/{enterprise}/{period}/explain")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST')")
    String explain(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String explanation) {
        review.explain(enterprise, periods.parse(period), finding, explanation);
        return back(enterprise, period);
    }

    @PostMapping("/returns/{enterprise}/{period}/accept")
    @PreAuthorize("hasRole('ANALYST')")
    String accept(
            @PathVariable long enterprise, @PathVariable String period, @RequestParam(defaultValue = "0") int version) {
        review.accept(enterprise, periods.parse(period), version);
        return back(enterprise, period);
    }

    @PostMapping("/returns/{enterprise}/{period}/excuse")
    @PreAuthorize("hasRole('ANALYST')")
    String excuse(
            @PathVariable long enterprise,
            @PathVariable String period,
            @RequestParam(defaultValue = "") String reason) {
        review.excuse(enterprise, periods.parse(period), reason);
        return back(enterprise, period);
    }

    @PostMapping("/returns/accept-clean")
    @PreAuthorize("hasRole('ANALYST')")
    String acceptClean(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String explained) {
        Period parsed = periods.parse(period);
        if (!region.isEmpty()) {
            Callers.requireUnit(region);
        }
        int accepted = review.acceptClean(parsed, Regional.prefix(region), explained.equals("true"));
        return "redirect:/returns?period=" + parsed.iso() + (region.isEmpty() ? "" : "&region=" + region) + "&accepted="
                + accepted;
    }

    private static String back(long enterprise, String period) {
        return "redirect:/returns/" + enterprise + "/" + period;
    }
}
