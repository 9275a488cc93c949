package org.diaodu.server.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.registry.RegisterFilter;
import org.diaodu.server.registry.RegisterList;
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

    private final RegisterList register;
    private final BusinessClock clock;

    EnterpriseList(RegisterList register, BusinessClock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/enterprises")
    @Transactional(readOnly = true)
    String list(@RequestParam Map<String, String> parameters, @ModelAttribute("page") PageContext page, Model model) {
        Selection<RegisterFilter> asked = asked(parameters);
        register.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("groups", register.groups(asked.filter().month()));
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
        Selection<RegisterFilter> asked = asked(parameters);
        String file = "enterprises-" + asked.filter().month();
        RegisterSheet.of().send(file, each -> register.each(asked, each), page, request, response);
    }

    private Selection<RegisterFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/enterprises", parameters);
        var filter = new RegisterFilter(
                month(asked.get("month")),
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("industry"),
                asked.get("size"),
                asked.get("ownership"),
                asked.get("park"),
                asked.get("chain"),
                asked.get("key"));
        return new Selection<>(filter, asked);
    }

    private YearMonth month(String asked) {
        return Months.parse(asked, YearMonth.from(clock.today()));
    }
}
