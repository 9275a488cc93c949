package org.diaodu.server.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a promise in a report to its light, its parts, a corrected figure, and undoing. */
class TargetBrowserTest extends BrowserTest {

    @Autowired
    BusinessClock clock;

    @Test
    void fromAPromiseToItsLightItsPartsAndACorrectedFigure() {
        int year = clock.today().getYear() - 1;
        Page analyst = listened(pageOf("analyst-230000"), "422");
        analyst.navigate(url("/targets/new"));
        analyst.locator("#kind").selectOption("COMMITMENT");
        analyst.locator("#indicator").fill("浏览器示例项目");
        analyst.locator("#low").fill("很多");
        analyst.locator("#unit").fill("个");
        analyst.locator("#course").selectOption("FLOW");
        analyst.locator("#begins").fill(year + "-01-01");
        analyst.locator("#due").fill(year + "-12-31");
        analyst.locator("#document").fill("示例工业大会报告");
        analyst.locator("#quote").fill("全年抓好242个<b>项目</b>");
        analyst.locator("main form.card .btn-primary").click();
        assertThat(analyst.locator(".error-summary").textContent()).contains("请填写数字");
        assertThat(analyst.locator("#indicator").inputValue()).isEqualTo("浏览器示例项目");
        looked(analyst, "form");
        analyst.locator("#low").fill("242");
        analyst.locator("main form.card .btn-primary").click();
        analyst.waitForURL(address -> address.matches(".*/targets/\\d+"));
        String target = analyst.url();
        assertThat(analyst.locator("#ACCEPT-words").count()).as("not by whoever proposed it").isZero();
        Page second = listened(pageOf("dispatcher-230000"));
        second.navigate(target);
        step(second, "ACCEPT", "");
        report(second, year + "-03-31", "20", ".light-red");
        report(second, year + "-03-31", "58", ".light-amber");
        assertThat(second.locator("#reports ~ .scroll").innerText()).contains("20个", "已更正", "58个");
        assertThat(second.locator("#standing ~ .facts").innerText()).contains("60.5个", "每月 20.44个");
        second.locator(".chart-canvas svg").waitFor();
        analyst.navigate(target + "/parts");
        analyst.locator("#value-230100").fill("150");
        analyst.locator("#value-230200").fill("80");
        looked(analyst, "parts");
        analyst.locator("main form .btn-primary").click();
        analyst.locator("#parts").waitFor();
        assertThat(analyst.locator("#parts ~ p").innerText()).contains("还有 12个 没有分解");
        looked(analyst, "target");
        step(analyst, "WITHDRAW", "合并到另一项");
        step(analyst, "RESTORE", "");
        Page city = listened(pageOf("analyst-230100"));
        city.navigate(url("/targets?q=浏览器示例"));
        assertThat(city.locator("main tbody tr").count()).isEqualTo(1);
        looked(city, "list");
        assertThat(complaints).isEmpty();
    }

    private static void report(Page page, String day, String value, String light) {
        page.locator("#REPORT-day").fill(day);
        page.locator("#REPORT-value").fill(value);
        page.locator("#REPORT-source").fill("项目月报");
        page.locator("form:has(#REPORT-day) .btn").click();
        page.locator(".page-head " + light).waitFor();
    }

    private static void step(Page page, String verb, String words) {
        page.locator("#" + verb + "-words").fill(words);
        page.locator("form:has(#" + verb + "-words) .btn").click();
        page.locator("#" + verb + "-words")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
