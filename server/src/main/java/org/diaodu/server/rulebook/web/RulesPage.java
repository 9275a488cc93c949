package org.diaodu.server.rulebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.rulebook.RuleRights;
import org.diaodu.server.rulebook.Rulebook;
import org.diaodu.server.rulebook.Rulebook.Line;
import org.diaodu.sheets.OutColumn;
import org.diaodu.sheets.SheetWriter;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of rules: searched, filtered, sorted, exported. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
class RulesPage {

    private final Rulebook rulebook;
    private final BusinessClock clock;

    RulesPage(Rulebook rulebook, BusinessClock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @GetMapping("/rules")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        Address asked = Address.asked("/rules", parameters);
        RuleQuery query = RuleQuery.of(asked, clock.today());
        List<Line> all = rulebook.lines(query.day());
        model.addAttribute("query", query);
        model.addAttribute("lines", query.of(all));
        model.addAttribute("total", all.size());
        model.addAttribute("address", asked);
        model.addAttribute("mayEdit", RuleRights.mayEdit(Callers.current()));
        return "rules/list";
    }

    @GetMapping({"/rules.xlsx", "/rules.csv"})
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (SheetWriter out = SheetDownload.asAsked(request, response, "rules")) {
            write(out, Address.asked("/rules", parameters), page);
            SheetDownload.notes(out, page);
        }
    }

    private void write(SheetWriter out, Address asked, PageContext page) throws IOException {
        RuleQuery query = RuleQuery.of(asked, clock.today());
        out.sheet(
                "规则",
                List.of(
                        OutColumn.text("规则").wide(24),
                        OutColumn.text("名称").wide(36),
                        OutColumn.text("依据").wide(48),
                        OutColumn.date("生效日期"),
                        OutColumn.date("失效日期"),
                        OutColumn.text("状态"),
                        OutColumn.number("行数", "#,##0"),
                        OutColumn.number("算例", "#,##0"),
                        OutColumn.text("可批量计算"),
                        OutColumn.text("不可批量的原因").wide(48)));
        for (Line line : query.of(rulebook.lines(query.day()))) {
            out.row(
                    line.now().rule(),
                    line.now().clause().title(),
                    line.now().clause().reference(),
                    line.now().validFrom(),
                    line.now().validTo(),
                    page.text("rb.state." + RuleQuery.state(line)),
                    line.facts().rows(),
                    line.facts().cases(),
                    line.facts().compiled() ? "是" : "否",
                    line.facts().whyZh());
        }
    }
}
