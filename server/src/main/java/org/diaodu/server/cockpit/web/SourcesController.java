package org.diaodu.server.cockpit.web;

import java.util.List;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.Unit;
import org.diaodu.server.cockpit.Cockpits;
import org.diaodu.server.cockpit.Comparators;
import org.diaodu.server.cockpit.GrowthParameters;
import org.diaodu.server.cockpit.GrowthTargets;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.standards.Period;
import org.diaodu.standards.StandardsException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the figures come from that growth is compared to and computed with. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
@Transactional(readOnly = true)
class SourcesController {
    private final Comparators comparators;
    private final GrowthTargets targets;
    private final GrowthParameters parameters;
    private final Cockpits cockpits;

    SourcesController(Comparators comparators, GrowthTargets targets, GrowthParameters parameters, Cockpits cockpits) {
        this.comparators = comparators;
        this.targets = targets;
        this.parameters = parameters;
        this.cockpits = cockpits;
    }

    @GetMapping("/sources")
    String sources(
            @RequestParam(defaultValue = "") String period, @ModelAttribute("page") PageContext page, Model model) {
        Caller caller = Callers.current();
        List<Period> filed = cockpits.periods(caller.ownUnit());
        Period chosen = period.isEmpty() ? GrowthController.latest(filed, page) : parsed(period);
        model.addAttribute(
                "view",
                new SourcesView(
                        comparators.all(),
                        targets.all(),
                        chosen,
                        CockpitController.choices(filed, chosen),
                        parameters.of(chosen),
                        mayEdit(caller)));
        return "cockpit/sources";
    }

    static boolean mayEdit(Caller caller) {
        return caller.has(Role.ANALYST) && caller.ownUnit().level() == Unit.Level.PROVINCE;
    }

    static Period parsed(String text) {
        try {
            return Period.parse(text);
        } catch (StandardsException e) {
            throw Problem.badRequest(e.code(), e.zh(), e.en());
        }
    }
}
