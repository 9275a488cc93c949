package org.diaodu.server.whitelist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.whitelist.EntryFilter;
import org.diaodu.server.whitelist.EntryList;
import org.diaodu.server.whitelist.EntryOrder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The white list as a list. */
@Controller
class WhiteListPages {
    private static final int PAGE = 50;

    private final EntryList entries;

    WhiteListPages(EntryList entries) {
        this.entries = entries;
    }

    @GetMapping("/whitelist")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/whitelist", parameters);
        EntryFilter filter = filter(asked);
        Pager pager = Pager.of(asked, PAGE, entries.count(filter));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                entries.page(filter, asked.order(EntryOrder.STATE), asked.isDescending(), pager.number(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("address", pager.address());
        return "whitelist/list";
    }

    @GetMapping({"/whitelist.xlsx", "/whitelist.csv"})
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Address asked = Address.asked("/whitelist", parameters);
        EntryFilter filter = filter(asked);
        try (var out = SheetDownload.asAsked(request, response, "whitelist")) {
            WhiteListSheets.entries(
                    out, page, each -> entries.each(filter, asked.order(EntryOrder.STATE), asked.isDescending(), each));
        }
    }

    private static EntryFilter filter(Address asked) {
        return new EntryFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("kind"),
                asked.get("state"),
                asked.get("origin"));
    }
}
