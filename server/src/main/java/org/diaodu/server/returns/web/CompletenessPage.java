package org.diaodu.server.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.pages.SheetDownload;
import org.diaodu.server.registry.Regional;
import org.diaodu.server.returns.Completeness;
import org.diaodu.server.returns.PeriodCount;
import org.diaodu.sheets.SheetWriter;
import org.diaodu.standards.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has filed, by region tree and by industry, and the list of who has not. */
@Controller
@PreAuthorize("hasAnyRole('ANALYST', 'LEADER')")
class CompletenessPage {
    private static final int SHOWN = 200;

    private final Completeness completeness;
    private final Periods periods;

    CompletenessPage(Completeness completeness, Periods periods) {
        this.completeness = completeness;
        this.periods = periods;
    }

    @GetMapping("/returns/completeness")
    @Transactional(readOnly = true)
    String show(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String industry,
            Model model) {
        Period parsed = periods.parse(period);
        List<Completeness.NotFiled> missing = completeness.notFiled(parsed, Regional.prefixAsked(region), industry);
        Completeness.Counts counts = completeness.counts(parsed);
        model.addAttribute("period", parsed);
        model.addAttribute("periods", periods.offered());
        model.addAttribute("region", region);
        model.addAttribute("industry", industry);
        model.addAttribute("regions", regions(counts.byRegion()));
        model.addAttribute("industries", industries(counts.byDivision()));
        model.addAttribute("missing", missing.stream().limit(SHOWN).toList());
        model.addAttribute("missingCount", missing.size());
        return "returns/completeness";
    }

    @GetMapping("/returns/completeness.xlsx")
    void reminders(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String industry,
            @ModelAttribute("page") PageContext page,
            HttpServletResponse response)
            throws IOException {
        Period parsed = periods.parse(period);
        List<Completeness.NotFiled> missing = completeness.notFiled(parsed, Regional.prefixAsked(region), industry);
        try (SheetWriter out = SheetDownload.to(response, "reminders-" + parsed.iso(), true)) {
            new Sheet<Completeness.NotFiled>("催报名单")
                    .text("统一社会信用代码", 22, Completeness.NotFiled::creditCode)
                    .text("企业名称", 36, Completeness.NotFiled::name)
                    .text("地区", 20, one -> Regional.name(one.region()))
                    .text("行业", 24, one -> Regional.industry(one.industry()))
                    .text("重点企业", one -> one.keyList() ? "是" : "否")
                    .write(out, missing::forEach);
            out.notes(
                    "说明",
                    List.of(
                            new SheetWriter.Note("时期 Period", parsed.chinese()),
                            new SheetWriter.Note("条件 View", page.here())));
        }
    }

    private static List<CountLine> regions(Map<String, PeriodCount> counts) {
        Map<String, PeriodCount> tree = new TreeMap<>();
        counts.forEach((code, count) -> {
            tree.merge(code.substring(0, 2) + "0000", count, PeriodCount::plus);
            tree.merge(code.substring(0, 4) + "00", count, PeriodCount::plus);
            if (!code.endsWith("00")) {
                tree.merge(code, count, PeriodCount::plus);
            }
        });
        List<CountLine> lines = new ArrayList<>();
        tree.forEach((code, count) -> lines.add(new CountLine(
                code, Regional.name(code), code.endsWith("0000") ? 0 : code.endsWith("00") ? 1 : 2, count)));
        return lines;
    }

    private static List<CountLine> industries(Map<String, PeriodCount> counts) {
        List<CountLine> lines = new ArrayList<>();
        new TreeMap<>(counts)
                .forEach((code, count) -> lines.add(new CountLine(code, Regional.industry(code), 0, count)));
        return lines;
    }
}
