package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.policies.delivery.Difference;
import org.diaodu.server.policies.delivery.DifferenceList;
import org.diaodu.server.policies.delivery.MatchRun;
import org.diaodu.server.policies.delivery.MatchRuns;
import org.diaodu.server.policies.delivery.Matching;
import org.diaodu.server.registry.Regional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Runs of all clauses over all enterprises, and what each found otherwise than the one before. */
@Controller
class RunPages {

    private static final int SHOWN = 24;

    private final MatchRuns runs;
    private final Matching matching;
    private final DifferenceList differences;

    RunPages(MatchRuns runs, Matching matching, DifferenceList differences) {
        this.runs = runs;
        this.matching = matching;
        this.differences = differences;
    }

    @GetMapping("/delivery/runs")
    @PreAuthorize("hasAnyRole('POLICY', 'LEADER')")
    String runs(Model model) {
        List<MatchRun> latest = runs.latest(SHOWN);
        model.addAttribute("runs", latest);
        model.addAttribute("open", latest.stream().anyMatch(MatchRun::isOpen));
        return "delivery/runs";
    }

    @PostMapping("/delivery/runs")
    @PreAuthorize("hasRole('POLICY')")
    String ask(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute("page") PageContext page) {
        if (!day.equals(page.businessDate().toString())) {
            throw Problem.conflict(
                    "PD62",
                    "业务日期已是 " + page.businessDate() + "，页面上的是 " + day + "；请刷新后再匹配。",
                    "The business date is " + page.businessDate() + ", and the page says " + day
                            + ". Maybe load it again.");
        }
        runs.ask(words.strip());
        matching.begin();
        return "redirect:/delivery/runs";
    }

    @GetMapping("/delivery/runs/progress")
    @PreAuthorize("hasAnyRole('POLICY', 'LEADER')")
    String progress(Model model, HttpServletResponse response) {
        List<MatchRun> latest = runs.latest(1);
        if (latest.stream().noneMatch(MatchRun::isOpen)) response.setHeader("HX-Refresh", "true");
        model.addAttribute("run", latest.isEmpty() ? null : latest.getFirst());
        return "delivery/progress";
    }

    @GetMapping("/delivery/runs/{id}")
    @PreAuthorize("hasAnyRole('POLICY', 'LEADER')")
    String run(@PathVariable long id, @RequestParam Map<String, String> parameters, Model model) {
        MatchRun run = found(id);
        Selection<DifferenceList.Filter> asked = asked(id, parameters);
        differences.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("run", run);
        model.addAttribute("counts", runs.counts(id));
        return "delivery/run";
    }

    @GetMapping({"/delivery/runs/{id}/differences.xlsx", "/delivery/runs/{id}/differences.csv"})
    @PreAuthorize("hasAnyRole('POLICY', 'LEADER')")
    void export(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        found(id);
        Selection<DifferenceList.Filter> asked = asked(id, parameters);
        new Sheet<Difference>("匹配差异")
                .text("变化", one -> page.text("delivery.difference." + one.kind()))
                .text("统一社会信用代码", 22, one -> one.subject().id().creditCode())
                .text("企业名称", 36, one -> one.subject().enterpriseName())
                .text("项目或产品", 30, one -> one.subject().name())
                .text("地区", 20, one -> Regional.name(one.region()))
                .text("政策", 36, Difference::title)
                .number("原金额（元）", "#,##0.00", one -> Yuan.decimal(one.beforeFen()))
                .number("现金额（元）", "#,##0.00", one -> Yuan.decimal(one.afterFen()))
                .text("应享编号", 16, Difference::entitlement)
                .text("说明", 60, one -> page.isEnglish() ? one.en() : one.zh())
                .send("match-differences", each -> differences.each(asked, each), page, request, response);
    }

    private MatchRun found(long id) {
        return runs.find(id)
                .orElseThrow(() -> Problem.notFound("PD60", "没有第 " + id + " 次匹配。", "There is no run " + id + "."));
    }

    private static Selection<DifferenceList.Filter> asked(long id, Map<String, String> parameters) {
        Address asked = Address.asked("/delivery/runs/" + id, parameters);
        var filter = new DifferenceList.Filter(
                id, asked.get("q").strip(), Regional.prefixAsked(asked.get("region")), asked.get("kind"));
        return new Selection<>(filter, asked);
    }
}
