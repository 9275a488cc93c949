package org.diaodu.server.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.registry.RegisterFilter;
import org.diaodu.server.registry.RegisterList;
import org.diaodu.server.registry.RegisterOrder;
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
    String list(@RequestParam Map<String, String> parameters, @ModelAttribute("page") PageContext page, Model model) {
        Address asked = Address.asked("/enterprises", parameters);
        RegisterFilter filter = filter(asked);
        Pager pager = Pager.of(asked, PAGE, register.count(filter));
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows",
                register.page(filter, asked.order(RegisterOrder.CODE), asked.isDescending(), pager.number(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("address", pager.address());
        model.addAttribute("groups", register.groups(filter.month()));
        model.addAttribute("mayEdit", Callers.current().has(Role.ANALYST));
        return "registry/list";
    }

    @GetMapping({"/enterprises.xlsx", "/enterprises.csv"})
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Address asked = Address.asked("/enterprises", parameters);
        RegisterFilter filter = filter(asked);
        try (var out = SheetDownload.asAsked(request, response, "enterprises-" + filter.month())) {
            RegisterSheet.write(
                    out,
                    page,
                    each -> register.each(filter, asked.order(RegisterOrder.CODE), asked.isDescending(), each));
        }
    }

    private RegisterFilter filter(Address asked) {
        String region = asked.get("region");
        if (!region.isEmpty()) {
            Callers.requireUnit(region);
        }
        return new RegisterFilter(
                month(asked.get("month")),
                asked.get("q").strip(),
                Regional.prefix(region),
                asked.get("industry"),
                asked.get("size"),
                asked.get("ownership"),
                asked.get("park"),
                asked.get("chain"),
                asked.get("key"));
    }

    private YearMonth month(String asked) {
        return Months.parse(asked, YearMonth.from(clock.today()));
    }
}
