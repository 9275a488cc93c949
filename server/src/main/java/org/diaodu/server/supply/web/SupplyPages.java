package org.diaodu.server.supply.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.supply.LetterFilter;
import org.diaodu.server.supply.LetterList;
import org.diaodu.server.supply.Letters;
import org.diaodu.server.supply.ReportFilter;
import org.diaodu.server.supply.ReportList;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports and letters as lists. */
@Controller
class SupplyPages {

    private final ReportList reports;
    private final LetterList letters;
    private final Letters desk;

    SupplyPages(ReportList reports, LetterList letters, Letters desk) {
        this.reports = reports;
        this.letters = letters;
        this.desk = desk;
    }

    @GetMapping("/supply")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    String reports(@RequestParam Map<String, String> parameters, Model model) {
        Selection<ReportFilter> asked = askedReports(parameters);
        reports.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("now", reports.now());
        return "supply/list";
    }

    @GetMapping({"/supply.xlsx", "/supply.csv"})
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    void exportReports(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<ReportFilter> asked = askedReports(parameters);
        SupplySheets.reports(page, reports.now())
                .send("supply", each -> reports.each(asked, each), page, request, response);
    }

    @GetMapping("/supply/letters")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    String letters(@RequestParam Map<String, String> parameters, Model model) {
        Selection<LetterFilter> asked = askedLetters(parameters);
        letters.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("mayRegister", desk.mayRegister());
        return "supply/letters";
    }

    @GetMapping({"/supply/letters.xlsx", "/supply/letters.csv"})
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    void exportLetters(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<LetterFilter> asked = askedLetters(parameters);
        SupplySheets.letters(page).send("letters", each -> letters.each(asked, each), page, request, response);
    }

    private static Selection<ReportFilter> askedReports(Map<String, String> parameters) {
        Address asked = Address.asked("/supply", parameters);
        String state = asked.get("state");
        var filter = new ReportFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("kind"),
                state.isEmpty() ? "OPEN" : state.equals("ALL") ? "" : state,
                asked.get("province"),
                asked.get("overdue").isEmpty() ? "" : "true");
        return new Selection<>(filter, asked);
    }

    private static Selection<LetterFilter> askedLetters(Map<String, String> parameters) {
        Address asked = Address.asked("/supply/letters", parameters);
        var filter = new LetterFilter(
                asked.get("q").strip(),
                asked.get("direction"),
                asked.get("state"),
                asked.get("province"),
                asked.get("overdue").isEmpty() ? "" : "true");
        return new Selection<>(filter, asked);
    }
}
