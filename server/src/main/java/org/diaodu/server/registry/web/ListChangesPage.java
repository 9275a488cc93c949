package org.diaodu.server.registry.web;

import java.time.YearMonth;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.RegisterList;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Entries, exits and new plants of a span of months. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
class ListChangesPage {

    private final RegisterList register;
    private final BusinessClock clock;

    ListChangesPage(RegisterList register, BusinessClock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/enterprises/changes")
    String show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @ModelAttribute("page") PageContext page,
            Model model) {
        YearMonth last = Months.parse(until, YearMonth.from(clock.today()));
        YearMonth first = Months.parse(from, last.minusMonths(12));
        model.addAttribute("from", first);
        model.addAttribute("until", last);
        model.addAttribute("moves", register.changes(first, last));
        return "registry/changes";
    }
}
