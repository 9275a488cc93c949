package org.diaodu.server.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.returns.EnterpriseLights;
import org.diaodu.server.returns.ReturnDesk;
import org.diaodu.server.returns.ReturnFilter;
import org.diaodu.server.returns.ReturnLine;
import org.diaodu.server.returns.ReturnList;
import org.diaodu.server.returns.YearClasses;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The returns of a period for analysts, one's own returns for a clerk. */
@Controller
class ReturnListPages {
    private static final String AMOUNT = "#,##0.###";

    private final ReturnList list;
    private final ReturnDesk desk;
    private final Periods periods;
    private final EnterpriseLights lights;
    private final YearClasses classes;

    ReturnListPages(ReturnList list, ReturnDesk desk, Periods periods, EnterpriseLights lights, YearClasses classes) {
        this.list = list;
        this.desk = desk;
        this.periods = periods;
        this.lights = lights;
        this.classes = classes;
    }

    @GetMapping("/returns")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST', 'LEADER')")
    @Transactional(readOnly = true)
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Caller caller = Callers.current();
        Long own = caller.enterpriseId();
        if (own != null) {
            model.addAttribute("enterprise", own);
            model.addAttribute("due", periods.due());
            model.addAttribute("filings", desk.returnsOf(own));
            return "returns/own";
        }
        Selection<ReturnFilter> asked = asked(parameters);
        list.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("periods", periods.offered());
        model.addAttribute("accepted", parameters.getOrDefault("accepted", ""));
        model.addAttribute("mayReview", caller.has(Role.ANALYST));
        return "returns/list";
    }

    @GetMapping("/returns/of/{enterprise}")
    @PreAuthorize("hasAnyRole('CLERK', 'ANALYST', 'LEADER')")
    String ofEnterprise(@PathVariable long enterprise, Model model) {
        desk.view(enterprise, periods.due());
        model.addAttribute("enterprise", enterprise);
        model.addAttribute("due", periods.due());
        model.addAttribute("filings", desk.returnsOf(enterprise));
        model.addAttribute("light", lights.latest(enterprise).orElse(null));
        model.addAttribute("year", classes.latest(enterprise).orElse(null));
        return "returns/ofenterprise";
    }

    @GetMapping({"/returns.xlsx", "/returns.csv"})
    @PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<ReturnFilter> asked = asked(parameters);
        Period period = asked.filter().period();
        sheet(period, page).send("returns-" + period.iso(), each -> list.each(asked, each), page, request, response);
    }

    private static Sheet<ReturnLine> sheet(Period period, PageContext page) {
        return new Sheet<ReturnLine>(period.chinese())
                .text("统一社会信用代码", 22, ReturnLine::creditCode)
                .text("企业名称", 36, ReturnLine::name)
                .text("地区", 20, line -> Regional.name(line.region()))
                .text("行业", 24, line -> Regional.industry(line.industry()))
                .text("状态", line -> page.text("ret.state." + line.state()))
                .number("版本", "0", ReturnLine::version)
                .number("未说明问题", "0", ReturnLine::unexplained)
                .number("累计总产值（千元）", AMOUNT, ReturnLine::output)
                .number("上年同期累计（千元）", AMOUNT, ReturnLine::base)
                .number("增速（%）", "0.0", ReturnLine::growthPct)
                .text("报送人", ReturnLine::filedBy);
    }

    @GetMapping("/returns/queries")
    @PreAuthorize("hasRole('ANALYST')")
    String queries(@RequestParam(defaultValue = "ANSWERED") String state, Model model) {
        String known = List.of("OPEN", "ANSWERED", "SETTLED").contains(state) ? state : "ANSWERED";
        model.addAttribute("state", known);
        model.addAttribute("lines", list.queries(known, 500));
        return "returns/queries";
    }

    private Selection<ReturnFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/returns", parameters).without("accepted");
        String region = asked.parameters().getOrDefault("region", asked.get("unit"));
        if (!region.isEmpty()) {
            Callers.requireUnit(region);
        }
        Period period = asked.parameters().containsKey("period") ? periods.parse(asked.get("period")) : periods.due();
        var filter = new ReturnFilter(
                period,
                asked.get("q").strip(),
                Regional.prefix(region),
                asked.get("industry"),
                asked.get("state"),
                asked.get("severity"),
                asked.get("key"));
        return new Selection<>(filter, asked);
    }
}
