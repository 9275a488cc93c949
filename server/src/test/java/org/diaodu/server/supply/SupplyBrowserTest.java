package org.diaodu.server.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.testing.BrowserTest;
import org.diaodu.server.testing.ListedProvince;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From an enterprise's report on the phone to a letter to another province and the outcome. */
class SupplyBrowserTest extends BrowserTest {

    @Autowired
    RegisterLoading register;

    @Autowired
    Enterprises enterprises;

    @Autowired
    BusinessClock clock;

    @Test
    void fromTheReportOnThePhoneToTheLetterAndTheOutcome() {
        ListedProvince.Made made = new ListedProvince(register, enterprises, province, clock).make("230102");
        Page clerk = listened(pageOf(made.clerk()), "422");
        clerk.setViewportSize(390, 844);
        clerk.navigate(url("/supply/mine"));
        pictured(clerk, "none");
        clerk.locator("main .btn-primary").click();
        clerk.locator("[name=kind][value=TRANSPORT]").check();
        clerk.locator("#item").fill("压榨大豆");
        clerk.locator("#amount").fill("很多");
        clerk.locator("#unit").fill("吨");
        clerk.locator("#supplier").fill("示例粮食物流公司");
        clerk.locator("#province").selectOption("220000");
        clerk.locator("#place").fill("松原市京哈高速拉林河收费站");
        clerk.locator("#stockDays").fill("3");
        clerk.locator("#outputAtRisk").fill("460");
        clerk.locator("#contactName").fill("李明");
        clerk.locator("#contactPhone").fill("13912345678");
        clerk.locator("main .btn-primary").click();
        assertThat(clerk.locator(".error-summary").textContent()).contains("数量应为大于 0 的数");
        assertThat(clerk.locator("#item").inputValue()).isEqualTo("压榨大豆");
        looked(clerk, "form");
        clerk.locator("#amount").fill("1200");
        clerk.locator("main .btn-primary").click();
        clerk.waitForURL(address -> !address.endsWith("/new"));
        looked(clerk, "own");
        String report = clerk.url();
        Page county = listened(pageOf("dispatcher-230102"));
        county.navigate(report);
        assertThat(county.locator("#passes ~ p").textContent()).contains("不在物流白名单上");
        step(county, "CONFIRM", "");
        step(county, "PASS_UP", "拉林河收费站劝返三次，请省里协调吉林。");
        Page desk = listened(pageOf("dispatcher-230000"));
        desk.navigate(report);
        looked(desk, "report");
        desk.locator(".verbs a.btn-primary").click();
        assertThat(desk.locator("#office").inputValue()).isEqualTo("吉林省工业和信息化厅");
        desk.locator("#contactPhone").fill("0451-82628888");
        looked(desk, "writing");
        desk.locator("main form .btn-primary").click();
        desk.waitForURL("**/supply/letters/*");
        looked(desk, "letter");
        assertThat(desk.locator(".letter").innerText()).contains("黑工专函〔", "压榨大豆，1200 吨", "13912345678");
        printed(desk);
        desk.navigate(report);
        desk.locator("#REPLY-words").fill("已通知收费站放行，26日起走绿色通道。");
        desk.locator("form:has(#REPLY-words) .btn-primary").click();
        desk.locator("#SETTLE-result").selectOption("SOLVED");
        desk.locator("#SETTLE-words").fill("车辆已通过，首批 240 吨到厂。");
        desk.locator("form:has(#SETTLE-words) .btn").click();
        desk.locator(".page-head .light-green").waitFor();
        clerk.navigate(report);
        assertThat(clerk.locator(".where").innerText()).contains("已办结", "已解决", "首批 240 吨到厂");
        assertThat(clerk.locator(".parcel").innerText()).contains("向外省发协调函", "绿色通道");
        looked(clerk, "outcome");
        clerk.navigate(desk.url().replaceFirst("/supply/.*", "")
                + clerk.locator(".cards a").getAttribute("href"));
        assertThat(clerk.locator(".letter").innerText()).contains("13912345678", "045****8888");
        pictured(clerk, "letter-phone");
        desk.navigate(url("/supply?state=ALL"));
        looked(desk, "list");
        assertThat(complaints).isEmpty();
    }

    private static void step(Page page, String verb, String words) {
        page.locator("#" + verb + "-words").fill(words);
        page.locator("form:has(#" + verb + "-words) .btn").click();
        page.locator("#" + verb + "-words")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** The letter on A4, to be looked at. */
    private static void printed(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.pdf(new Page.PdfOptions()
                .setPath(Path.of("target", "supply-letter.pdf"))
                .setPreferCSSPageSize(true));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
}
