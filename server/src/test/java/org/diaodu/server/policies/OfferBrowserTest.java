package org.diaodu.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.diaodu.server.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What policies offer, on the enterprise's phone and on the governor's screens. */
class OfferBrowserTest extends BrowserTest {

    private static final GrownEnterprise GROWN = new GrownEnterprise(9_151);

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void anEnterpriseReadsItsPoliciesOnThePhoneTriesOtherFiguresAndObjectsWithOneTap() {
        GROWN.make(jdbc, province, transactions);
        entitlement("YX-9151-1");
        Page phone = listened(pageOf(GROWN.clerk()));
        phone.setViewportSize(390, 844);
        phone.navigate(url("/policies/mine"));
        assertThat(phone.locator("main").innerText()).contains("50 万元", "规上制造业增产阶梯奖励");
        looked(phone, "phone-mine");

        phone.locator(".page-head .actions a").click();
        phone.getByLabel("本年产值").fill("31000");
        phone.locator("main form .btn-primary").click();
        assertThat(phone.locator("[data-what-if]").innerText()).contains("60 万元", "+10 万元", "附近的台阶");
        looked(phone, "phone-what-if");

        phone.navigate(url("/policies/mine/YX-9151-1"));
        looked(phone, "phone-parcel");
        phone.locator("#object > summary").click();
        phone.locator("#OBJECT-name").fill("王建国");
        phone.locator("#OBJECT-phone").fill("13845678901");
        phone.locator("#object button").click();
        phone.locator("a[href^='/appeals/']").last().click();
        phone.waitForURL(address -> address.matches(".*/appeals/S.*"));
        assertThat(phone.locator("a[href='/policies/mine/YX-9151-1']").count()).isEqualTo(1);
        pictured(phone, "phone-appeal");
        for (int width : new int[] {768, 1440}) {
            phone.setViewportSize(width, 1_000);
            phone.navigate(url("/policies/mine"));
            pictured(phone, "mine-" + width);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void aGovernorSeesHowFarPoliciesReachAndWhatStopsThem() {
        GROWN.make(jdbc, province, transactions);
        entitlement("YX-9151-2");
        Page desk = listened(pageOf("leader-230000"));
        desk.navigate(url("/policies/coverage"));
        assertThat(desk.locator("h1").innerText()).contains("家企业应享政策");
        assertThat(desk.locator("main").innerText()).contains("没有企业能享受的政策", "最常卡在哪里");
        looked(desk, "coverage");
        desk.setViewportSize(390, 844);
        pictured(desk, "coverage-phone");
        desk.setViewportSize(1920, 1_080);
        desk.navigate(url("/policies/coverage?for=outside"));
        assertThat(desk.locator("main").innerText()).contains("对外版", "…");
        pictured(desk, "coverage-outside");
        assertThat(complaints).isEmpty();
    }

    /** Found and told. */
    private void entitlement(String number) {
        asSystem(() -> jdbc.sql("""
                insert into entitlement (number, enterprise_id, root_enterprise, enterprise_name, credit_code, region, subject_kind,
                        subject_code, subject_name, clause, clause_from, title, title_en, benefit, once_key, year, due_fen, reason_zh,
                        reason_en, state, told_at)
                values (:number, :id, :id, '示例增产企业', :code, :county, 'ENTERPRISE', '', '示例增产企业',
                        'harbin-2021-output-steps', '2021-01-01', '规上制造业增产阶梯奖励', 'Stepped award for more output', 'GRANT',
                        :number, extract(year from now())::int, 50000000, '产值增量 9000 万元', 'output grew by 90 million', 'TOLD', now())
                """)
                .param("number", number)
                .param("id", GROWN.id())
                .param("code", GROWN.code())
                .param("county", GrownEnterprise.COUNTY)
                .update());
    }
}
