package org.diaodu.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * On the phone an enterprise reads what policies offer it, tries other figures, agrees with one tap, and objects: its objection is
 * an appeal, and each page leads to the other. The governor sees how far policies reach, from the cockpit.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PoliciesAreOfferedTest extends Browsing {

    @Test
    @Order(1)
    void anEnterpriseReadsWhatItIsOfferedAndTriesOtherFigures() {
        Page phone = pageOf("clerk-acheng", 390, 844);
        phone.navigate(platform().url("/policies/mine"));
        assertThat(phone.locator("h1")).hasText("我的政策");
        assertThat(phone.locator("main")).containsText("待享受合计");
        assertThat(phone.locator("#open + ul > li")).not().hasCount(0);
        assertThat(phone.locator("main")).containsText("还缺一项材料或数据");

        phone.locator(".page-head .actions a").click();
        phone.getByLabel("本年产值").fill("1000000");
        phone.locator("main form .btn-primary").click();
        assertThat(phone.locator("[data-what-if]")).containsText("现在：");
        phone.navigate(platform().url("/policies/mine/what-if"));
        assertThat(phone.getByLabel("本年产值")).hasValue(""); // nothing was kept
    }

    @Test
    @Order(2)
    void itAgreesWithOneTapAndObjectsWithAnother() {
        Page phone = pageOf("clerk-acheng", 390, 844);
        phone.navigate(platform().url("/policies/mine"));
        phone.locator("form[action$='/consent'] button").first().click();
        phone.waitForURL(Pattern.compile(".*/policies/mine/2022-Z.*"));
        String own = phone.url().replaceFirst("\\?.*", "");
        assertThat(phone.locator(".page-head")).containsText("已确认");

        phone.locator("#object > summary").click();
        phone.locator("#OBJECT-phone").fill("13845678901");
        phone.locator("#object button").click();
        assertThat(phone.locator(".page-head")).containsText("有异议");
        phone.locator(".where a[href^='/appeals/']").click();
        phone.waitForURL(Pattern.compile(".*/appeals/S.*"));
        phone.locator("a[href^='/policies/mine/']").last().click();
        phone.waitForURL(own);
    }

    @Test
    @Order(3)
    void nobodyReadsAnotherEnterprisesPolicies() {
        Page phone = pageOf("clerk-mohe", 390, 844);
        Response answer = phone.navigate(platform().url("/policies/of/1"));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    @Order(4)
    void theGovernorSeesHowFarPoliciesReachAndWhatStopsThem() {
        Page governor = pageOf("governor");
        governor.navigate(platform().url("/cockpit"));
        governor.locator("a[data-figure='policyReach']").click();
        governor.waitForURL(Pattern.compile(".*/policies/coverage.*"));
        assertThat(governor.locator("h1")).containsText("家企业应享政策");
        assertThat(governor.locator("#by-city + .scroll")).containsText("哈尔滨市");
        assertThat(governor.locator("#unreached + p + .scroll tbody tr")).not().hasCount(0);
        var download = governor.waitForDownload(() -> {
            governor.locator(".menu-plain summary").click();
            governor.locator("a[href*='coverage.csv'][href*='CITY']").click();
        });
        assertThat(download.suggestedFilename()).endsWith(".csv");
    }
}
