package org.diaodu.server.policies.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.diaodu.policy.book.BenefitKind;
import org.diaodu.policy.book.Delivery;
import org.diaodu.policy.book.IssuerLevel;
import org.diaodu.policy.book.PolicyField;
import org.diaodu.server.access.Callers;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.policies.clauses.ClauseFilter;
import org.diaodu.server.policies.clauses.ClauseLine;
import org.diaodu.server.policies.clauses.ClauseList;
import org.diaodu.server.policies.clauses.ClauseRights;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of clauses: searched, filtered, sorted, exported. */
@Controller
@PreAuthorize(ClauseListPages.READERS)
class ClauseListPages {

    /** Everybody who does business on the platform. */
    static final String READERS = "hasAnyRole('CLERK', 'ANALYST', 'LEADER', 'DISPATCHER', 'OFFICER', 'POLICY')";

    private final ClauseList clauses;

    ClauseListPages(ClauseList clauses) {
        this.clauses = clauses;
    }

    @GetMapping("/policies")
    String list(@RequestParam Map<String, String> parameters, @ModelAttribute("page") PageContext page, Model model) {
        Selection<ClauseFilter> asked = asked(parameters);
        clauses.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("regions", clauses.regions());
        model.addAttribute("words", new TermWords(page.isEnglish()));
        model.addAttribute("mayWrite", ClauseRights.mayWrite(Callers.current()));
        return "policies/list";
    }

    @GetMapping({"/policies.xlsx", "/policies.csv"})
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<ClauseFilter> asked = asked(parameters);
        sheet(page).send("policies", each -> clauses.each(asked, each), page, request, response);
    }

    private static Sheet<ClauseLine> sheet(PageContext page) {
        TermWords words = new TermWords(false);
        return new Sheet<ClauseLine>("政策条款")
                .text("条款", 32, ClauseLine::clause)
                .text("名称", 40, ClauseLine::title)
                .text("依据", 48, ClauseLine::reference)
                .text("类别", line -> words.word(BenefitKind.class, line.facets().kind()))
                .text("领域", line -> words.word(PolicyField.class, line.facets().field()))
                .text("层级", line -> words.word(IssuerLevel.class, line.facets().level()))
                .text("发文机关", 30, line -> line.facets().issuer())
                .text("地区", 24, line -> words.regions(line.facets().regions()))
                .text("兑现", line -> words.word(Delivery.class, line.facets().delivery()))
                .date("生效日期", ClauseLine::validFrom)
                .date("失效日期", ClauseLine::validTo)
                .text("状态", line -> page.text("policies.state." + line.state()));
    }

    private static Selection<ClauseFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/policies", parameters);
        var filter = new ClauseFilter(
                asked.get("q").strip(),
                asked.get("kind"),
                asked.get("field"),
                asked.get("level"),
                asked.get("region").replaceFirst("(00){1,2}$", ""),
                asked.get("state"),
                asked.get("delivery"));
        return new Selection<>(filter, asked);
    }
}
