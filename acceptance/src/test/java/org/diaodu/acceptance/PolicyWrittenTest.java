package org.diaodu.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A province rewards growing output: an officer writes the clause from a shape, sees at once who gets what, and proposes; a second
 * officer publishes; it is in force, and an enterprise reads it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyWrittenTest extends Browsing {

    private static final String CLAUSE = "hlj-2022-output-steps";

    @Test
    @Order(1)
    void anOfficerWritesFromAShapeSeesWhoGetsItAndProposes() {
        Page page = pageOf("policy");
        page.navigate(platform().url("/policies/new"));
        page.locator("#title").fill("规上企业增产阶梯奖励（示例）");
        page.locator("#clause").fill(CLAUSE);
        page.locator("input[value='harbin-2021-output-steps']").check();
        page.locator("#new-clause button[type=submit]").click();
        page.waitForURL(Pattern.compile(".*/edit"));

        assertThat(page.locator("#clause-faults")).containsText("发文机关");
        assertThat(page.locator(".field-error")).containsText("发文机关");
        page.locator("[data-clause='发文机关']").fill("示例省工业和信息化厅");
        page.locator("#clause-reference").fill("示例省增产奖励办法（示工信〔2022〕1号）第3条");
        page.locator("#clause-chinese").fill("规上工业企业年产值增加 3000 万元奖 20 万元，每再增 2000 万元加 10 万元，至多 500 万元。");
        page.locator("#clause-validFrom").fill("2022-04-01");
        page.locator("#clause-validFrom").press("Tab");
        assertThat(page.locator("#clause-faults")).hasCount(0);
        assertThat(page.locator("#trial-result")).containsText("应得");
        assertThat(page.locator("#trial-result")).not().hasAttribute("data-entitled", "0");
        assertThat(page.locator("#trial-result")).containsText("只差一项");

        page.locator("#propose button").click();
        page.waitForURL(Pattern.compile(".*version=\\d+"));
        assertThat(page.locator("#proposal")).containsText("须由没有参与");
        assertThat(page.locator("#publish")).hasCount(0);
    }

    @Test
    @Order(2)
    void aSecondOfficerPublishesAndItIsInForce() {
        Page page = pageOf("policy2");
        page.navigate(platform().url("/policies?state=proposed"));
        page.locator("main a[href$='" + CLAUSE + "']").click();
        page.locator("#publish button").click();
        assertThat(page.locator(".page-head .light")).containsText("有效");
        assertThat(page.locator("#timeline")).containsText("发布");

        Page clerk = pageOf("clerk-acheng");
        clerk.navigate(platform().url("/policies/clauses/" + CLAUSE));
        assertThat(clerk.locator("#formula")).containsText("最高 500 万元");
        assertThat(clerk.locator(".actions")).not().containsText("起草");
    }
}
