package org.diaodu.server.registry.web;

import java.time.YearMonth;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.access.Role;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.Registered;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One enterprise: what it is now, what was true before, and its changes of the list. */
@Controller
@PreAuthorize("hasAnyRole('CLERK', 'ANALYST', 'LEADER', 'DISPATCHER')")
class EnterprisePage {

    private final Enterprises enterprises;
    private final BusinessClock clock;

    EnterprisePage(Enterprises enterprises, BusinessClock clock) {
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @GetMapping("/enterprises/{id}")
    String show(@PathVariable long id, @ModelAttribute("page") PageContext page, Model model) {
        Registered enterprise =
                enterprises.find(id, YearMonth.from(clock.today())).orElseThrow(EnterprisePage::notYours);
        model.addAttribute("enterprise", enterprise);
        model.addAttribute("inList", enterprise.attributes().appliesIn(YearMonth.from(clock.today())));
        model.addAttribute("history", enterprises.history(id).reversed());
        model.addAttribute("changes", enterprises.listChanges(id));
        model.addAttribute("mayEdit", Callers.current().has(Role.ANALYST));
        return "registry/enterprise";
    }

    static Denied notYours() {
        return new Denied(
                "RG32",
                "该企业不在您的单位范围内，或不存在。请核对地址，或联系其所在单位。",
                "The enterprise is not within your unit, or does not exist. Maybe check the address, or ask its own bureau.");
    }
}
