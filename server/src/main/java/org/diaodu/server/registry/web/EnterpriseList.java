package org.diaodu.server.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.registry.RegisterFilter;
import org.diaodu.server.registry.RegisterList;
import org.diaodu.server.registry.RegisterOrder;
import org.diaodu.server.registry.SheetDownload;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of enterprises: searched, filtered, sorted, exported. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
class EnterpriseList {
    private static final int PAGE = 50;

    private final RegisterList register;
    private final BusinessClock clock;

    EnterpriseList(RegisterList register, BusinessClock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/enterprises")
    @Transactional(readOnly = true)
    String list(@RequestParam Map<String, String> asked, @ModelAttribute("page") PageContext page, Model model) {
        RegisterFilter filter = filter(asked);
        Address address = new Address("/enterprises", new TreeMap<>(asked));
        RegisterOrder order = RegisterOrder.of(asked.getOrDefault("sort", ""));
        boolean descending = asked.getOrDefault("order", "").equals("desc");
        Pager pager =
                Pager.asked(asked.getOrDefault("page", ""), PAGE, register.count(filter), address.without("page"));
        model.addAttribute("filter", filter);
        model.addAttribute("rows", register.page(filter, order, descending, pager.number(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("address", address.without("page"));
        model.addAttribute("groups", register.groups(filter.month()));
        model.addAttribute("mayEdit", Callers.current().has(Role.ANALYST));
        return "registry/list";
    }

    @GetMapping({"/enterprises.xlsx", "/enterprises.csv"})
    void export(
            @RequestParam Map<String, String> asked,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RegisterFilter filter = filter(asked);
        boolean descending = asked.getOrDefault("order", "").equals("desc");
        try (var out = SheetDownload.asAsked(request, response, "enterprises-" + filter.month())) {
            RegisterSheet.write(
                    out,
                    page,
                    each -> register.each(filter, RegisterOrder.of(asked.getOrDefault("sort", "")), descending, each));
        }
    }

    private RegisterFilter filter(Map<String, String> asked) {
        String region = asked.getOrDefault("region", "");
        if (!region.isEmpty()) {
            Callers.requireUnit(region);
        }
        return new RegisterFilter(
                month(asked.getOrDefault("month", "")),
                asked.getOrDefault("q", "").strip(),
                Regional.prefix(region),
                asked.getOrDefault("industry", ""),
                asked.getOrDefault("size", ""),
                asked.getOrDefault("ownership", ""),
                asked.getOrDefault("park", ""),
                asked.getOrDefault("chain", ""),
                asked.getOrDefault("key", ""));
    }

    private YearMonth month(String asked) {
        return Months.parse(asked, YearMonth.from(clock.today()));
    }
}
