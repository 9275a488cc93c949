package org.diaodu.server.supply.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.supply.LetterFilter;
import org.diaodu.server.supply.LetterList;
import org.diaodu.server.supply.LetterOrder;
import org.diaodu.server.supply.Letters;
import org.diaodu.server.supply.ReportFilter;
import org.diaodu.server.supply.ReportList;
import org.diaodu.server.supply.ReportOrder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports and letters as lists. */
@Controller
class SupplyPages {
    private static final int PAGE = 50;

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
        Address asked = Address.asked("/supply", parameters);
        ReportFilter filter = reportFilter(asked);
        Pager pager = Pager.of(asked, PAGE, reports.count(filter));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows", reports.page(filter, asked.order(ReportOrder.DUE), asked.isDescending(), pager.number(), PAGE));
        model.addAttribute("now", reports.now());
        model.addAttribute("pager", pager);
        model.addAttribute("address", pager.address());
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
        Address asked = Address.asked("/supply", parameters);
        ReportFilter filter = reportFilter(asked);
        try (var out = SheetDownload.asAsked(request, response, "supply")) {
            SupplySheets.reports(
                    out,
                    page,
                    reports.now(),
                    each -> reports.each(filter, asked.order(ReportOrder.DUE), asked.isDescending(), each));
        }
    }

    @GetMapping("/supply/letters")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    String letters(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/supply/letters", parameters);
        LetterFilter filter = letterFilter(asked);
        Pager pager = Pager.of(asked, PAGE, letters.count(filter));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                letters.page(filter, asked.order(LetterOrder.DATED), isDescending(asked), pager.number(), PAGE));
        model.addAttribute("mayRegister", desk.mayRegister());
        model.addAttribute("pager", pager);
        model.addAttribute("address", pager.address());
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
        Address asked = Address.asked("/supply/letters", parameters);
        LetterFilter filter = letterFilter(asked);
        try (var out = SheetDownload.asAsked(request, response, "letters")) {
            SupplySheets.letters(
                    out, page, each -> letters.each(filter, asked.order(LetterOrder.DATED), isDescending(asked), each));
        }
    }

    /** The latest letter comes first unless somebody asks otherwise. */
    private static boolean isDescending(Address asked) {
        return asked.get("sort").isEmpty() || asked.isDescending();
    }

    private static ReportFilter reportFilter(Address asked) {
        String state = asked.get("state");
        return new ReportFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("kind"),
                state.isEmpty() ? "OPEN" : state.equals("ALL") ? "" : state,
                asked.get("province"),
                asked.get("overdue").isEmpty() ? "" : "true");
    }

    private static LetterFilter letterFilter(Address asked) {
        return new LetterFilter(
                asked.get("q").strip(),
                asked.get("direction"),
                asked.get("state"),
                asked.get("province"),
                asked.get("overdue").isEmpty() ? "" : "true");
    }
}
