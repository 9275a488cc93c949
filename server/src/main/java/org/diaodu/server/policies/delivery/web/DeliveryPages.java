package org.diaodu.server.policies.delivery.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.diaodu.server.lists.Selection;
import org.diaodu.server.lists.Sheet;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.PageContext;
import org.diaodu.server.policies.Entitlement;
import org.diaodu.server.policies.delivery.EntitlementFilter;
import org.diaodu.server.policies.delivery.EntitlementList;
import org.diaodu.server.policies.delivery.PublicNotices;
import org.diaodu.server.registry.Regional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Entitlements as a list, from which they are published and proposed. */
@Controller
class DeliveryPages {

    private final EntitlementList entitlements;
    private final PublicNotices notices;

    DeliveryPages(EntitlementList entitlements, PublicNotices notices) {
        this.entitlements = entitlements;
        this.notices = notices;
    }

    @GetMapping("/delivery")
    @PreAuthorize("hasAnyRole('POLICY', 'LEADER')")
    String list(@RequestParam Map<String, String> parameters, @ModelAttribute("page") PageContext page, Model model) {
        Selection<EntitlementFilter> asked = asked(parameters);
        entitlements.page(asked).on(model);
        model.addAttribute("filter", asked.filter());
        model.addAttribute("stages", entitlements.stages());
        model.addAttribute("clauses", entitlements.clauses());
        model.addAttribute("until", notices.until(page.businessDate()));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "delivery/list";
    }

    @GetMapping({"/delivery.xlsx", "/delivery.csv"})
    @PreAuthorize("hasAnyRole('POLICY', 'LEADER')")
    void export(
            @RequestParam Map<String, String> parameters,
            @ModelAttribute("page") PageContext page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection<EntitlementFilter> asked = asked(parameters);
        sheet(page).send("entitlements", each -> entitlements.each(asked, each), page, request, response);
    }

    private static Sheet<Entitlement> sheet(PageContext page) {
        return new Sheet<Entitlement>("应享清单")
                .text("编号", 14, Entitlement::number)
                .text("统一社会信用代码", 22, one -> one.subject().id().creditCode())
                .text("企业名称", 36, one -> one.subject().enterpriseName())
                .text("对象", one -> one.subject().id().kind().zh())
                .text("项目或产品编号", 18, one -> one.subject().id().code())
                .text("项目或产品", 30, one -> one.subject().name())
                .text("地区", 20, one -> Regional.name(one.region()))
                .text("条款", 30, Entitlement::clause)
                .text("政策", 36, Entitlement::title)
                .text("类别", one -> one.benefit().zh())
                .number("应得（元）", "#,##0.00", one -> Yuan.decimal(one.dueFen()))
                .number("批准（元）", "#,##0.00", one -> Yuan.decimal(one.grantedFen()))
                .text("状态", one -> page.text("delivery.state." + one.state().name()))
                .text(
                        "依据",
                        60,
                        one -> page.isEnglish()
                                ? one.reason().en()
                                : one.reason().zh())
                .text("存疑", 40, Entitlement::doubt);
    }

    private static Selection<EntitlementFilter> asked(Map<String, String> parameters) {
        Address asked = Address.asked("/delivery", parameters);
        var filter = new EntitlementFilter(
                asked.get("q").strip(),
                Regional.prefixAsked(asked.get("region")),
                asked.get("clause"),
                asked.get("state"),
                asked.get("benefit"),
                asked.get("doubt"));
        return new Selection<>(filter, asked);
    }
}
