package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.diaodu.server.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of dispatch in a real browser: from the list to a plan that is agreed, without a complaint or a barrier. */
class DispatchBrowserTest extends BrowserTest {

    @Autowired
    FallingProvince falling;

    @Test
    void fromMondaysListToAnAgreedPlan() throws Exception {
        FallingProvince.Made made = falling.make(18);
        Thread.sleep(600);
        Page page = listened(pageOf("dispatcher-230000"));
        page.navigate(url("/dispatch?period=" + made.period().iso()));
        looked(page, "list");
        page.locator("input[name=enterprise]").first().check();
        page.locator("input[name=enterprise]").nth(1).check();
        page.locator("form[action='/dispatch/preview'] .btn-primary").click();
        looked(page, "preview");
        page.locator("#lead").selectOption("GX-230000");
        page.locator("form[action='/dispatch/open'] .btn-primary").click();
        page.waitForURL(address -> address.contains("/dispatch/cases"));
        looked(page, "cases");
        page.locator(".table tbody th a").first().click();
        looked(page, "opened");
        page.locator("#add-words").fill("协调上游企业保供原料");
        page.locator("#add-due").fill("2099-06-30");
        page.locator("#add .btn-primary").click();
        page.locator("#PROPOSE-words").fill("请审");
        page.locator(".verbs .btn-primary").click();
        looked(page, "proposed");
        String address = page.url();
        Page leader = listened(pageOf("leader-230000"));
        leader.navigate(address);
        leader.locator(".verbs .btn-primary").click();
        looked(leader, "agreed");
        assertThat(leader.locator(".page-head .light").textContent()).contains("方案已同意");
        leader.navigate(url("/dispatch/board"));
        looked(leader, "board");
        assertThat(complaints).isEmpty();
    }
}
