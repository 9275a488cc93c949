package org.diaodu.server.dispatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.dispatch.CaseOpening;
import org.diaodu.server.dispatch.Falling;
import org.diaodu.server.dispatch.FallingEnterprises;
import org.diaodu.server.lists.Page;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.standards.Period;
import org.diaodu.standards.StandardsException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dispatcher's Monday page: whose light turned, what it costs, and opening cases for many at once. */
@Controller
class DispatchPages {

    private final FallingEnterprises enterprises;
    private final CaseOpening opening;

    DispatchPages(FallingEnterprises enterprises, CaseOpening opening) {
        this.enterprises = enterprises;
        this.opening = opening;
    }

    @GetMapping("/dispatch")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER')")
    String show(@RequestParam Map<String, String> parameters, @ModelAttribute("page") PageContext page, Model model) {
        Address asked = Address.asked("/dispatch", parameters);
        FallingQuery query = FallingQuery.of(asked, period(asked.get("period"), page));
        List<FallingRow> found = query.of(rows(query.period()));
        Page<FallingRow> shown = Page.of(found, asked);
        model.addAttribute(
                "view",
                new FallingView(
                        query.period(),
                        enterprises.periods().reversed(),
                        found,
                        shown.rows(),
                        shown.pager(),
                        shown.address(),
                        Callers.current().has(Role.DISPATCHER)));
        return "dispatch/falling";
    }

    @GetMapping({"/dispatch.xlsx", "/dispatch.csv"})
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Address asked = Address.asked("/dispatch", parameters);
        FallingQuery query = FallingQuery.of(asked, period(asked.get("period"), page));
        List<FallingRow> found = query.of(rows(query.period()));
        DispatchSheets.falling(page).send("dispatch-" + query.period().iso(), found::forEach, page, request, response);
    }

    /** What opening would do; nothing is written yet. */
    @PostMapping("/dispatch/preview")
    @PreAuthorize("hasRole('DISPATCHER')")
    String preview(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") List<Long> enterprise,
            @RequestParam(defaultValue = "") String points,
            @ModelAttribute("page") PageContext page,
            Model model) {
        Period parsed = period(period, page);
        var preview =
                points.isBlank() ? opening.preview(parsed, enterprise) : opening.previewAll(parsed, points(points));
        model.addAttribute("preview", preview);
        model.addAttribute("leads", opening.leads());
        return "dispatch/preview";
    }

    @PostMapping("/dispatch/open")
    @PreAuthorize("hasRole('DISPATCHER')")
    String open(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") List<Long> enterprise,
            @RequestParam(defaultValue = "") String lead,
            @ModelAttribute("page") PageContext page,
            RedirectAttributes flash) {
        Period parsed = period(period, page);
        flash.addFlashAttribute("opened", opening.open(parsed, enterprise, lead));
        return "redirect:/dispatch/cases?period=" + parsed.iso();
    }

    private List<FallingRow> rows(Period period) {
        List<Falling> falling = enterprises.of(period);
        Map<Long, String> open = opening.open(falling.stream().map(Falling::id).toList());
        return falling.stream()
                .map(one -> new FallingRow(one, open.get(one.id())))
                .toList();
    }

    private Period period(String text, PageContext page) {
        if (text.isBlank()) {
            List<Period> filed = enterprises.periods();
            return filed.isEmpty()
                    ? Period.month(YearMonth.from(page.businessDate()).minusMonths(1))
                            .reporting()
                    : filed.getLast();
        }
        try {
            return Period.parse(text).reporting();
        } catch (StandardsException e) {
            throw Problem.badRequest(e.code(), e.zh(), e.en());
        }
    }

    private static double points(String text) {
        try {
            double points = Double.parseDouble(text.strip());
            if (points >= 0 && points <= 100) return points;
        } catch (NumberFormatException e) {
            // told below, with the value
        }
        throw Problem.badRequest(
                "DC24",
                "“" + text + "”不是 0 到 100 之间的百分点，请写作 0.01。",
                "\"" + text + "\" is not a number of points from 0 to 100. Maybe 0.01.");
    }
}
