package org.diaodu.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What has stood in a public notice is proposed by one officer and approved by another, sent to the treasury, and recorded as
 * paid from its answer; the enterprise sees the money.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PoliciesReachEnterprisesTest extends Browsing {

    private static String batch = "";
    private static String own = "";
    private static String file = "";

    @Test
    @Order(1)
    void anybodyReadsTheNoticeAndAnOfficerProposesWhatHasStood() {
        Page page = pageOf("policy");
        page.navigate(platform().url("/delivery/notices"));
        String notice = page.locator("tbody a").last().getAttribute("href");
        Page anybody = page(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("zh-CN"));
        anybody.navigate(platform().url(notice));
        assertThat(anybody.locator("main")).containsText("公示期");
        page.navigate(platform().url("/delivery?state=STOOD&region=230112"));
        List<String> stood =
                page.locator("tbody td.nowrap a[href^='/delivery/2022-Z']").allInnerTexts();
        assertThat(stood).isNotEmpty();
        Page clerk = pageOf("clerk-acheng");
        own = stood.stream()
                .filter(number ->
                        clerk.navigate(platform().url("/delivery/" + number)).status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(clerk.locator("main")).containsText("公示");
        page.locator("#words").fill("公示期满，无异议");
        page.locator("form[action='/delivery/batches'] button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/delivery/batches/2022-P.*"));
        batch = page.url().replaceAll(".*/", "");
        assertThat(page.locator("main")).containsText("须由另一人审批");
    }

    @Test
    @Order(2)
    void anotherOfficerApprovesAndThePaymentsAreSent() throws java.io.IOException {
        Page second = pageOf("policy2");
        second.navigate(platform().url("/delivery/batches/" + batch));
        second.locator("form.step .btn-primary").click();
        assertThat(second.locator("h1 + .light")).containsText("已批准");
        Page page = pageOf("policy");
        page.navigate(platform().url("/delivery/payments"));
        page.locator("form[action='/delivery/payments'] button").click();
        page.waitForURL(Pattern.compile(".*/delivery/payments/2022-F.*"));
        file = page.url().replaceAll(".*/", "");
        var download =
                page.waitForDownload(() -> page.locator("a[href$='file.csv']").click());
        String csv = Files.readString(download.path(), StandardCharsets.UTF_8);
        assertThat(csv).contains("付款编号").contains(file);
    }

    @Test
    @Order(3)
    void theTreasurysAnswerRecordsTheMoneyAndTheEnterpriseSeesIt() {
        Page page = pageOf("policy");
        page.navigate(platform().url("/delivery/payments/" + file));
        var answer = new StringBuilder("付款编号,结果,金额,付款日期,退回原因\n");
        Locator rows = page.locator("tbody tr");
        for (int i = 0; i < rows.count(); i++) {
            answer.append(rows.nth(i).locator("th").innerText())
                    .append(",已付,")
                    .append(rows.nth(i).locator("td.num").innerText().replace(",", ""))
                    .append(",2022-04-25,\n");
        }
        byte[] content = answer.toString().getBytes(StandardCharsets.UTF_8);
        page.navigate(platform().url("/delivery/payments"));
        page.locator("#file").setInputFiles(new FilePayload("回执.csv", "text/csv", content));
        page.locator("form[action='/delivery/answers'] button").click();
        assertThat(page.locator(".notice-good")).containsText("已付");
        page.locator("#file").setInputFiles(new FilePayload("回执.csv", "text/csv", content));
        page.locator("form[action='/delivery/answers'] button").click();
        assertThat(page.locator(".notice-warn")).containsText("没有任何变化");
        Page clerk = pageOf("clerk-acheng");
        clerk.navigate(platform().url("/delivery/" + own));
        assertThat(clerk.locator("#payments + .scroll")).containsText("已付");
        assertThat(clerk.locator("#timeline + .scroll")).containsText("已拨付");
    }
}
