package org.diaodu.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The tier "one billion" begins at 2 billion from July 2022 on: an analyst changes the table, sees cases and enterprises
 * change, is refused with a failing case, corrects it and proposes; a second person publishes; 2022-03 is judged as before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RuleChangesTest extends Browsing {

    private static final String RULE = "/rules/enterprise-tier";
    private static String editor = "";

    @Test
    @Order(1)
    void anAnalystChangesAThresholdAndSeesCasesAndEnterprisesChange() {
        Page page = pageOf("province");
        page.navigate(platform().url("/rules"));
        page.locator("#rule-enterprise-tier a").click();
        page.locator("form[action$='/draft'] button, .actions a[href$='/edit']")
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/edit"));
        editor = page.url().substring(platform().url("").length());
        checked(page, 0);
        assertThat(page.locator("#impact-result")).containsText("没有企业改变");

        type(page, 1, "[2000000..10000000)");
        assertThat(page.locator("#check")).containsText("没有一行覆盖");
        type(page, 2, "[100000..2000000)");

        assertThat(page.locator("#case-changes")).containsText("收入 1000000 千元");
        assertThat(page.locator("#case-changes")).containsText("亿级");
        assertThat(page.locator("#check")).not().containsText("没有一行覆盖");
        assertThat(page.locator("[data-changes]")).not().hasAttribute("data-changes", "0");
        assertThat(page.locator("#impact-result table").first()).containsText("十亿级");

        page.keyboard().press("Control+z");
        assertThat(cell(page, 2)).containsText("[100000..1000000)");
        page.keyboard().press("Control+y");
        assertThat(cell(page, 2)).containsText("[100000..2000000)");
        page.locator("[data-do=save]").click();
        assertThat(page.locator("#save-state")).containsText("已保存");
    }

    @Test
    @Order(2)
    void aDraftWithAFailingCaseIsRefusedAndOneThatHoldsIsProposed() {
        Page page = pageOf("province");
        page.navigate(platform().url(editor));
        checked(page, 0);
        page.locator("#clause-reference").fill("省工信厅〔2022〕18号《企业梯次培育办法》（示例）");
        page.locator("#clause-validFrom").fill("2022-06-01");
        page.locator("#propose button").click();
        assertThat(page.locator(".error-summary")).containsText("收入 1000000 千元");

        checked(page, 0);
        Locator wrong = page.locator("table[data-sheet=cases] td[aria-invalid=true]");
        assertThat(wrong.first()).containsText("应为");
        wrong.first().click();
        page.keyboard().press("F2");
        page.keyboard().type("亿级");
        page.keyboard().press("Enter");
        assertThat(wrong).hasCount(0);
        page.locator("#propose button").click();
        page.waitForURL(Pattern.compile(".*version=\\d+"));
        assertThat(page.locator("main")).containsText("提交批准");
        assertThat(page.locator("#approve")).hasCount(0);
    }

    @Test
    @Order(3)
    void aSecondPersonApprovesWithADate() {
        Page page = pageOf("province2");
        page.navigate(platform().url(RULE));
        page.locator(".notice a").first().click();
        page.locator("#from").fill("2022-07-01");
        page.locator("#approve button").click();
        assertThat(page.locator("h1 + .light")).containsText("尚未生效");
        assertThat(page.locator("#versions")).containsText("2022-07-01");
    }

    @Test
    @Order(4)
    void earlierDaysAreJudgedAsBeforeAndLaterOnesByTheNewVersion() {
        assertThat(answer("2022-03-31")).isEqualTo("十亿级");
        assertThat(answer("2022-06-30")).isEqualTo("十亿级");
        assertThat(answer("2022-07-01")).isEqualTo("亿级");
        Page page = pageOf("harbin");
        page.navigate(platform().url(RULE + "?day=2022-07-01"));
        assertThat(page.locator("table.decision").first()).containsText("≥ 2,000,000");
    }

    private String answer(String day) {
        Page page = pageOf("harbin");
        page.navigate(platform().url(RULE + "/ask?asked=1&day=" + day + "&in.营业收入=1500000"));
        return page.locator("#answer .kpi-figure").innerText();
    }

    /** Types over the condition of a row, as in a spreadsheet, and waits for what the server makes of it. */
    private static void type(Page page, int row, String text) {
        String before = page.locator("#editor").getAttribute("data-checked");
        cell(page, row).click();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        checked(page, before == null ? 0 : Integer.parseInt(before));
    }

    private static Locator cell(Page page, int row) {
        return page.locator("table.sheet:not([data-sheet=cases]) td[data-r='" + row + "'][data-c='0']");
    }

    private static void checked(Page page, int before) {
        page.waitForFunction(
                "before => Number(document.getElementById('editor').dataset.checked ?? 0) > before", before);
    }
}
