package org.diaodu.server.whitelist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.whitelist.EntryFilter;
import org.diaodu.server.whitelist.EntryList;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The white list as a list. */
@Controller
class WhiteListPages {

    private final EntryList entries;

    WhiteListPages(EntryList entries) {
        this.entries = entries;
    }

    @GetMapping("/whitelist")
    @PreAuthorize("hasAnyRole('DISPATCHER', 'ANALYST', 'LEADER', 'OFFICER')")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Selection<EntryFilter> asked = asked(parameters);
        entries.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
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
        Selection<EntryFilter> asked = asked(parameters);
        WhiteListSheets.entries(page).send("whitelist", each -> entries.each(asked, each), page, request, response);
    }

    private static Selection<EntryFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/whitelist", parameters);
        var filter = new EntryFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("kind"),
                asked.get("state"),
                asked.get("origin"));
        return new Selection<>(filter, asked);
    }
}
