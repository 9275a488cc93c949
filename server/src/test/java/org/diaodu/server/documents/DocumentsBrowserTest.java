package org.diaodu.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.diaodu.server.testing.BrowserTest;
import org.junit.jupiter.api.Test;

/** From a pasted page to statements somebody stands behind, with the keyboard. */
class DocumentsBrowserTest extends BrowserTest {

    @Test
    void aPageIsPastedReadLookedThroughAndCorrected() {
        Page analyst = listened(pageOf("analyst-230100"), "422");
        analyst.navigate(url("/documents"));
        analyst.locator("a[href='/documents/new']").click();
        analyst.locator("main .btn-primary").click();
        assertThat(analyst.locator(".error-summary").textContent()).contains("请放入文件或粘贴文字");
        looked(analyst, "new");
        analyst.locator("#text")
                .fill(PAGE.formatted(UUID.randomUUID().toString().replaceAll("[0-9]", "")));
        analyst.locator("#title").fill("示例市一季度工业运行情况");
        analyst.locator("main .btn-primary").click();
        analyst.waitForURL("**/documents/*-W*");
        assertThat(analyst.locator(".notice-bad").textContent()).contains("不可能同时成立");
        assertThat(analyst.locator(".said").count()).isGreaterThan(3);
        assertThat(analyst.locator("#relations ~ .scroll").first().textContent())
                .contains("2.0/8.1");
        looked(analyst, "document");
        Locator statements = analyst.locator(".statement");
        String first = statements.first().getAttribute("id");
        analyst.keyboard().press("a");
        analyst.waitForURL(address -> address.contains("#s"));
        assertThat(analyst.locator("#" + first).getAttribute("data-state")).isEqualTo("ACCEPTED");
        String second = analyst.url().replaceFirst(".*#", "");
        assertThat(second).isNotEqualTo(first);
        analyst.keyboard().press("c");
        analyst.locator("#" + second + "-indicator").fill("");
        analyst.locator("#" + second + " .correct .btn-primary").click();
        analyst.locator(".error-summary").waitFor();
        assertThat(analyst.locator("#" + second + " .field-error").textContent())
                .contains("请填写指标");
        looked(analyst, "fault");
        analyst.locator("#" + second + "-indicator").fill("装备制造业增加值增速");
        analyst.locator("#" + second + " .correct .btn-primary").click();
        analyst.locator("#" + second + "[data-state=CORRECTED]").waitFor(attached());
        analyst.keyboard().press("r");
        analyst.locator(".statement[data-state=REJECTED]").first().waitFor(attached());
        sizes(analyst);
        String document = analyst.url().replaceFirst("#.*", "");
        String entered = statements.last().getAttribute("id");
        analyst.navigate(document + "#" + entered);
        analyst.keyboard().press("c");
        analyst.locator("#" + entered + "-kind").selectOption("TARGET");
        analyst.locator("#" + entered + "-subject").fill("哈尔滨市");
        analyst.locator("#" + entered + "-period").fill("2025");
        analyst.locator("#" + entered + " .correct .btn-primary").click();
        analyst.locator("#" + entered + " [data-ledger]").waitFor(attached());
        analyst.navigate(document + "#" + entered);
        analyst.keyboard().press("l");
        analyst.locator("#" + entered + " a[href^='/targets/']").waitFor();
        analyst.locator("#" + entered + " a[href^='/targets/']").click();
        String target = analyst.url();
        assertThat(analyst.locator("main").innerText()).contains("示例市一季度工业运行情况");
        Page other = listened(pageOf("dispatcher-230100"));
        other.navigate(target);
        other.locator("#ACCEPT-words").fill("");
        other.locator("form:has(#ACCEPT-words) .btn").click();
        other.locator("#REPORT-value").waitFor();
        other.locator("#REPORT-day").fill("2025-06-30");
        other.locator("#REPORT-value").fill("3000");
        other.locator("#REPORT-source").fill("名录");
        other.locator("form:has(#REPORT-day) .btn").click();
        other.locator(".page-head .light svg").waitFor();
        analyst.navigate(document + "#" + entered);
        assertThat(analyst.locator("#" + entered + " .light").count()).isGreaterThan(0);
        pictured(analyst, "light");
        analyst.navigate(url("/documents/examples"));
        assertThat(analyst.locator("main table").textContent()).contains("装备制造业增加值增速");
        assertThat(analyst.locator("main td form").count())
                .as("decided in the province")
                .isZero();
        looked(analyst, "examples");
        analyst.navigate(url("/documents"));
        looked(analyst, "list");
        assertThat(complaints).isEmpty();
    }

    private void sizes(Page page) {
        page.setViewportSize(390, 844);
        pictured(page, "document-phone");
        page.setViewportSize(1920, 1080);
        pictured(page, "document-wide");
        page.setViewportSize(1440, 900);
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private static final String PAGE = """
            <html><body><nav>首页 登录</nav><h1>示例市一季度工业运行情况</h1>
            <p>2022年一季度，全市规模以上工业增加值同比增长8.1%%。其中，装备制造业同比增长12.0%%，拉动2.0个百分点，贡献率69.9%%。</p>
            <p>40个行业大类中30个行业增长，增长面为75.0%%。到2025年，全市规模以上工业企业达到5000户。</p>
            <p>编号%s</p></body></html>
            """;
}
