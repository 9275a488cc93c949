package org.diaodu.server.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Role;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.registry.SheetDownload;
import org.diaodu.server.returns.EnterpriseLights;
import org.diaodu.server.returns.ReturnDesk;
import org.diaodu.server.returns.ReturnFilter;
import org.diaodu.server.returns.ReturnLine;
import org.diaodu.server.returns.ReturnList;
import org.diaodu.server.returns.ReturnOrder;
import org.diaodu.server.returns.YearClasses;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
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
    private static final int PAGE = 50;
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
    String list(@RequestParam Map<String, String> asked, Model model) {
        Caller caller = Callers.current();
        Long own = caller.enterpriseId();
        if (own != null) {
            model.addAttribute("enterprise", own);
            model.addAttribute("due", periods.due());
            model.addAttribute("filings", desk.returnsOf(own));
            return "returns/own";
        }
        ReturnFilter filter = filter(asked);
        Address address = new Address("/returns", new TreeMap<>(asked)).without("page", "accepted");
        Pager pager = Pager.asked(asked.getOrDefault("page", ""), PAGE, list.count(filter), address);
        boolean descending = asked.getOrDefault("order", "").equals("desc");
        model.addAttribute("filter", filter);
        model.addAttribute("periods", periods.offered());
        model.addAttribute(
                "rows",
                list.page(filter, ReturnOrder.of(asked.getOrDefault("sort", "")), descending, pager.number(), PAGE));
        model.addAttribute("pager", pager);
        model.addAttribute("address", address);
        model.addAttribute("accepted", asked.getOrDefault("accepted", ""));
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
            @RequestParam Map<String, String> asked,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ReturnFilter filter = filter(asked);
        boolean descending = asked.getOrDefault("order", "").equals("desc");
        try (SheetWriter out = SheetDownload.asAsked(
                request, response, "returns-" + filter.period().iso())) {
            out.sheet(
                    filter.period().chinese(),
                    List.of(
                            OutColumn.text("统一社会信用代码").wide(22),
                            OutColumn.text("企业名称").wide(36),
                            OutColumn.text("地区").wide(20),
                            OutColumn.text("行业").wide(24),
                            OutColumn.text("状态"),
                            OutColumn.number("版本", "0"),
                            OutColumn.number("未说明问题", "0"),
                            OutColumn.number("累计总产值（千元）", AMOUNT),
                            OutColumn.number("上年同期累计（千元）", AMOUNT),
                            OutColumn.number("增速（%）", "0.0"),
                            OutColumn.text("报送人")));
            list.each(filter, ReturnOrder.of(asked.getOrDefault("sort", "")), descending, line -> row(out, line, page));
            out.notes(
                    "说明",
                    List.of(
                            new SheetWriter.Note("条件 View", page.here()),
                            new SheetWriter.Note(
                                    "业务日期 Business date", page.businessDate().toString())));
        }
    }

    private static void row(SheetWriter out, ReturnLine line, PageContext page) {
        try {
            out.row(
                    line.creditCode(),
                    line.name(),
                    Regional.name(line.region()),
                    Regional.industry(line.industry()),
                    page.text("ret.state." + line.state()),
                    line.version(),
                    line.unexplained(),
                    line.output(),
                    line.base(),
                    line.growthPct(),
                    line.filedBy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/returns/queries")
    @PreAuthorize("hasRole('ANALYST')")
    String queries(@RequestParam(defaultValue = "ANSWERED") String state, Model model) {
        String known = List.of("OPEN", "ANSWERED", "SETTLED").contains(state) ? state : "ANSWERED";
        model.addAttribute("state", known);
        model.addAttribute("lines", list.queries(known, 500));
        return "returns/queries";
    }

    private ReturnFilter filter(Map<String, String> asked) {
        String region = asked.getOrDefault("region", asked.getOrDefault("unit", ""));
        if (!region.isEmpty()) {
            Callers.requireUnit(region);
        }
        Period period = asked.containsKey("period") ? periods.parse(asked.get("period")) : periods.due();
        return new ReturnFilter(
                period,
                asked.getOrDefault("q", "").strip(),
                Regional.prefix(region),
                asked.getOrDefault("industry", ""),
                asked.getOrDefault("state", ""),
                asked.getOrDefault("severity", ""),
                asked.getOrDefault("key", ""));
    }
}
