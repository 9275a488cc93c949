package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.diaodu.server.testing.BrowserTest;
import org.diaodu.server.testing.RouteTargets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The two sides of an appeal in a real browser: the enterprise on a phone, the officer at a desk. */
class AppealBrowserTest extends BrowserTest {

    @Autowired
    RouteTargets targets;

    @Test
    void anEnterpriseRaisesAnAppealOnThePhoneAndFollowsItToTheEnd() {
        targets.prepare();
        Page phone = phone("clerk-9102");
        phone.navigate(url("/appeals/mine"));
        looked(phone, "phone-mine");
        phone.locator("a[href='/appeals/new']").first().click();
        phone.locator("#subject").selectOption("MATERIALS");
        phone.locator("#words").fill("上游供应商所在地封控，关键辅料断供，五天后停产，请协调放行。");
        phone.locator("input[name=urgency][value=URGENT]").check();
        phone.locator("#contactName").fill("王建国");
        phone.locator("#contactPhone").fill("13845678901");
        looked(phone, "phone-new");
        phone.locator(".tall-form .btn-primary").click();
        phone.waitForURL(address -> address.matches(".*/appeals/S.*"));
        pictured(phone, "phone-raised");
        String address = phone.url();

        Page desk = listened(pageOf("officer-230102"));
        desk.navigate(url("/appeals"));
        looked(desk, "desk-queue");
        desk.navigate(address);
        pictured(desk, "desk-raised");
        press(desk, "TAKEN", "情况属实");
        press(desk, "ASKED", "请提供供应商名称和辅料规格");
        looked(desk, "desk-asked");
        assertThat(desk.locator("main").innerText()).contains("停表");

        phone.reload();
        assertThat(phone.locator("main").innerText()).contains("请提供供应商名称和辅料规格");
        pictured(phone, "phone-asked");
        press(phone, "ANSWERED", "供应商名称、规格和一周用量已补充");
        desk.reload();
        press(desk, "REPLIED", "已发协查函请对方省协助");
        press(desk, "EXTENSION_ASKED", "对方省开白名单需要时间");
        Page dispatcher = listened(pageOf("dispatcher-230102"));
        dispatcher.navigate(address);
        pictured(dispatcher, "desk-extension");
        press(dispatcher, "EXTENSION_APPROVED", "同意");
        desk.reload();
        desk.locator("#RESOLVED-advice").fill("供应商断供的，可请工信部门发跨省协查函。");
        press(desk, "RESOLVED", "对方省已为供应商开白名单，首批辅料已到厂");
        phone.reload();
        looked(phone, "phone-rate");
        phone.locator("form[action$='/rating'] button").click();
        phone.waitForLoadState(LoadState.NETWORKIDLE);
        desk.reload();
        press(desk, "CLOSED", "电话回访，企业满意");
        pictured(desk, "desk-closed");
        phone.reload();
        assertThat(phone.locator("main").innerText()).contains("已办结并归档", "您表示满意");
        pictured(phone, "phone-closed");
        phone.locator("#REOPENED-words")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        phone.locator("main details summary").first().click();
        press(phone, "REOPENED", "第二批又断了");
        assertThat(phone.locator("main").innerText()).contains("提级由", "哈尔滨市工信部门");
        pictured(phone, "phone-reopened");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theDispatcherKeepsAViewOfTheQueueAndRemindsSeveralAtOnce() {
        targets.prepare();
        Page desk = listened(pageOf("dispatcher-230102"));
        desk.navigate(url("/appeals?subject=LABOUR&state=OPEN"));
        for (String words : new String[] {"春耕后招不到焊工，请协调职校。", "返乡工人过不来，请协调放行。"}) raise(words);
        desk.reload();
        desk.locator(".views > summary").click();
        desk.locator("#view-name").fill("用工类在办");
        pictured(desk, "desk-views");
        desk.locator(".views form[action='/views'] button").click();
        desk.waitForLoadState(LoadState.NETWORKIDLE);
        desk.navigate(url("/appeals"));
        desk.locator(".views > summary").click();
        desk.locator(".views a.menu-link").click();
        desk.waitForURL(address -> address.contains("subject=LABOUR"));
        desk.locator("input[data-all=number]").check();
        assertThat(desk.locator("input[name=number]:checked").count()).isGreaterThanOrEqualTo(2);
        looked(desk, "desk-several");
        desk.locator("button[value=REMIND]").click();
        desk.locator("#words").fill("请今天下班前核实。");
        looked(desk, "desk-preview");
        desk.locator("main form .btn-primary").click();
        desk.waitForURL(address -> address.contains("subject=LABOUR"));
        assertThat(desk.locator(".notice[role=status]").innerText()).contains("催办：已办");
        desk.setViewportSize(390, 844);
        pictured(desk, "phone-several-told");
        assertThat(complaints).isEmpty();
    }

    private void raise(String words) {
        Page clerk = phone("clerk-9102");
        clerk.navigate(url("/appeals/new"));
        clerk.locator("#subject").selectOption("LABOUR");
        clerk.locator("#words").fill(words);
        clerk.locator("#contactName").fill("王建国");
        clerk.locator("#contactPhone").fill("13845678901");
        clerk.locator(".tall-form .btn-primary").click();
        clerk.waitForURL(address -> address.matches(".*/appeals/S.*"));
    }

    private Page phone(String user) {
        Page page = pageOf(user);
        page.setViewportSize(390, 844);
        return listened(page);
    }

    private static void press(Page page, String step, String words) {
        page.locator("#" + step + "-words").fill(words);
        page.locator("form:has(#" + step + "-words) button[type=submit]").click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".error-summary").count()).as(step).isZero();
    }
}
