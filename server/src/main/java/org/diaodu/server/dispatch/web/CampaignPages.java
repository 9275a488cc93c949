package org.diaodu.server.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Units;
import org.diaodu.server.dispatch.EffectFilter;
import org.diaodu.server.dispatch.EffectReason;
import org.diaodu.server.dispatch.Effects;
import org.diaodu.server.lists.Page;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Did it work? What all cases of a unit did together, by cause, kind of measure, unit and city, and each alone. */
@Controller
@PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER')")
class CampaignPages {

    private final Effects effects;
    private final MemberUnits members;
    private final Units units;

    CampaignPages(Effects effects, MemberUnits members, Units units) {
        this.effects = effects;
        this.members = members;
        this.units = units;
    }

    @GetMapping("/dispatch/campaign")
    String show(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/dispatch/campaign", parameters);
        String region = region(asked);
        String outcome = outcome(asked);
        String prefix = Regional.prefix(region);
        Page<Effects.Line> page = effects.page(new Selection<>(new EffectFilter(prefix, outcome), asked));
        model.addAttribute(
                "view",
                new CampaignView(
                        units.find(region).map(unit -> unit.name()).orElseGet(() -> Regional.name(region)),
                        region,
                        outcome,
                        effects.run(region).orElse(null),
                        effects.groups(region),
                        effects.reasons(prefix),
                        page.rows(),
                        page.pager(),
                        page.address(),
                        members.all()));
        return "dispatch/campaign";
    }

    @GetMapping("/dispatch/campaign/progress")
    String progress(Model model, HttpServletResponse response) {
        var run = effects.run(Callers.current().ownUnit().code()).orElse(null);
        if (run == null || !run.isUnderWay()) response.setHeader("HX-Refresh", "true");
        model.addAttribute("run", run);
        return "dispatch/campaignprogress";
    }

    @GetMapping({"/dispatch/campaign.xlsx", "/dispatch/campaign.csv"})
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Address asked = Address.asked("/dispatch/campaign", parameters);
        String region = region(asked);
        var cases = new Selection<>(new EffectFilter(Regional.prefix(region), outcome(asked)), asked);
        try (var out = SheetDownload.asAsked(request, response, "campaign")) {
            var sheets = new CampaignSheets(out, page, members.all());
            if (request.getRequestURI().endsWith(".xlsx")) sheets.groups(effects.groups(region));
            sheets.cases(each -> effects.each(cases, each));
            sheets.notes(effects.run(region).orElse(null));
        }
    }

    private static String region(Address asked) {
        String region = asked.get("region");
        if (region.isEmpty()) return Callers.current().ownUnit().code();
        Callers.requireUnit(region);
        return region;
    }

    private static String outcome(Address asked) {
        String outcome = asked.get("outcome");
        boolean known = outcome.equals("MEASURED")
                || Arrays.stream(EffectReason.values())
                        .anyMatch(reason -> reason.name().equals(outcome));
        return known ? outcome : "";
    }
}
