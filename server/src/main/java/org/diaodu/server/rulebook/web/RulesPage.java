package org.diaodu.server.rulebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diaodu.server.access.Callers;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.rulebook.RuleRights;
import org.diaodu.server.rulebook.Rulebook;
import org.diaodu.server.rulebook.Rulebook.Line;
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
        RuleQuery query = RuleQuery.of(Address.asked("/rules", parameters), clock.today());
        List<Line> found = query.of(rulebook.lines(query.day()));
        sheet(page).send("rules", found::forEach, page, request, response);
    }

    private static Sheet<Line> sheet(PageContext page) {
        return new Sheet<Line>("规则")
                .text("规则", 24, line -> line.now().rule())
                .text("名称", 36, line -> line.now().clause().title())
                .text("依据", 48, line -> line.now().clause().reference())
                .date("生效日期", line -> line.now().validFrom())
                .date("失效日期", line -> line.now().validTo())
                .text("状态", line -> page.text("rb.state." + RuleQuery.state(line)))
                .number("行数", "#,##0", line -> line.facts().rows())
                .number("算例", "#,##0", line -> line.facts().cases())
                .text("可批量计算", line -> line.facts().compiled() ? "是" : "否")
                .text("不可批量的原因", 48, line -> line.facts().whyZh());
    }
}
