package org.diaodu.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * March 2022 goes from one open county to a closed province, by the hands of the people who do it: the clerk files, the
 * analyst queries, the clerk answers, county, city and province close, the cockpit moves, and reopening takes two.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonthClosesTest extends Browsing {
    private static final String MARCH = "2022-03";
    private static final String COUNTY = "232701";
    private static final String CITY = "232700";
    private static final String PROVINCE = "230000";

    private static String filed = "";
    private static String opening = "";

    @Test
    @Order(1)
    void theCockpitOpensOnTheHeadlinesOfThe25thOfAprilAndSaysTheyAreProvisional() {
        Page governor = pageOf("governor");
        assertThat(governor.locator("main")).containsText("+8.1");
        assertThat(governor.locator("main")).containsText("+10.3");
        assertThat(governor.locator("main")).containsText("131");
        assertThat(governor.locator("main")).containsText("初步");
        assertThat(governor.locator("body")).containsText("2022-04-25");
        opening = headline();
    }

    @Test
    @Order(2)
    void aClerkFilesAReturnPrefilledFromWhatIsKnown() {
        Page clerk = pageOf("clerk-mohe");
        clerk.navigate(platform().url("/returns"));
        clerk.locator("main a.btn-primary").first().click();
        assertThat(clerk.locator("#return-form")).isVisible();
        for (Locator month : clerk.locator("input[name$='.month']").all()) growALittle(clerk, month);
        clerk.locator("#return-form button[type=submit]").click();
        for (Locator explanation : clerk.locator("textarea[name^='explain.']").all()) {
            explanation.fill("订单恢复，生产线三月满负荷运行。");
        }
        clerk.locator("main form button.btn-primary").click();
        assertThat(clerk.locator("[data-announce]")).isVisible();
        filed = clerk.url()
                .replaceFirst("\\?.*", "")
                .substring(platform().url("").length());
    }

    @Test
    @Order(3)
    void theAnalystQueriesItAndTheClerkAnswers() {
        Page analyst = pageOf("mohe");
        analyst.navigate(platform().url(filed));
        analyst.locator("#question").fill("请说明三月产值增长的原因。");
        analyst.locator("form[action$='/query'] button").click();
        assertThat(analyst.locator("main")).containsText("请说明三月产值增长的原因。");

        Page clerk = pageOf("clerk-mohe");
        clerk.navigate(platform().url(filed));
        clerk.locator("textarea[name=answer]").fill("新增订单，设备满负荷。");
        clerk.locator("form[action$='/answer'] button").click();
        assertThat(clerk.locator("main")).containsText("新增订单，设备满负荷。");
    }

    @Test
    @Order(4)
    void theAnalystAcceptsEveryReturnOfTheCountyAndExcusesTheMissing() {
        Page analyst = pageOf("mohe");
        analyst.navigate(platform().url("/returns?period=" + MARCH + "&region=" + COUNTY + "&size=200"));
        List<String> addresses = analyst.locator("main table a[href^='/returns/']").all().stream()
                .map(link -> link.getAttribute("href").replaceFirst("\\?.*", ""))
                .filter(address -> address.matches("/returns/\\d+/" + MARCH))
                .distinct()
                .toList();
        assertThat(addresses).contains(filed);
        for (String address : addresses) settle(analyst, address);
    }

    @Test
    @Order(5)
    void countyCityAndProvinceCloseInThatOrder() {
        Page province = pageOf("province");
        province.navigate(platform().url("/closing?period=" + MARCH));
        assertThat(province.locator(closing(PROVINCE))).hasCount(0);

        close("mohe", COUNTY);
        close("daxinganling", CITY);
        close("province", PROVINCE);

        Page governor = pageOf("governor");
        assertThat(governor.locator("main")).containsText("+8.1");
        assertThat(governor.locator(".page-head").first()).not().containsText("初步");
        assertThat(headline()).isNotEqualTo(opening);
    }

    @Test
    @Order(6)
    void aClosedMonthTakesNoReturn() {
        Page clerk = pageOf("clerk-mohe");
        clerk.navigate(platform().url(filed + "?edit=1"));
        assertThat(clerk.locator("#return-form")).hasCount(0);
    }

    @Test
    @Order(7)
    void reopeningTakesAReasonAndASecondPerson() {
        Page first = pageOf("province");
        first.navigate(platform().url("/closing?period=" + MARCH));
        first.locator("#unit-" + PROVINCE + " summary").click();
        first.locator("#reason-" + PROVINCE).fill("漠河市一家企业的产值须更正。");
        send(first, first.locator("#unit-" + PROVINCE + " form[action='/closing/reopen'] button"));
        first.navigate(platform().url("/closing?period=" + MARCH));
        assertThat(first.locator("#unit-" + PROVINCE + " form[action='/closing/approve']"))
                .hasCount(0);

        Page second = pageOf("province2");
        second.navigate(platform().url("/closing?period=" + MARCH));
        send(second, second.locator("#unit-" + PROVINCE + " form[action='/closing/approve'] button"));

        Page governor = pageOf("governor");
        assertThat(governor.locator(".page-head").first()).containsText("初步");
    }

    /** This month three per cent above the same month last year; an empty base stays a modest figure. */
    private static void growALittle(Page page, Locator month) {
        String item = month.getAttribute("name").replaceFirst("\\.month$", "");
        Locator base = page.locator("input[name='" + item + ".month_base']");
        String known = base.count() == 0 ? "" : base.inputValue().replace(",", "");
        BigDecimal value = known.isBlank() ? BigDecimal.valueOf(100) : new BigDecimal(known);
        month.fill(value.multiply(new BigDecimal("1.03"))
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString());
    }

    private static void settle(Page analyst, String address) {
        analyst.navigate(platform().url(address));
        Locator excuse = analyst.locator("form[action$='/excuse']");
        if (excuse.count() > 0) {
            analyst.locator("#reason").fill("三月停产检修，无产值。");
            send(analyst, excuse.locator("button"));
            return;
        }
        Locator open = analyst.locator("textarea[name=answer]");
        while (open.count() > 0) {
            open.first().fill("电话核实：企业财务负责人答复，原料涨价，属实。");
            send(analyst, analyst.locator("form[action$='/answer'] button").first());
        }
        Locator explanation = analyst.locator("form[action$='/explain'] input[name=explanation]");
        while (explanation.count() > 0) {
            explanation.first().fill("电话核实：一季度电费集中结算。");
            send(analyst, analyst.locator("form[action$='/explain'] button").first());
        }
        Locator accept = analyst.locator("form[action$='/accept'] button");
        if (accept.count() > 0) {
            send(analyst, accept);
            assertThat(analyst.locator("form[action$='/accept']")).hasCount(0);
        }
    }

    private void close(String analyst, String unit) {
        Page page = pageOf(analyst);
        page.navigate(platform().url("/closing?period=" + MARCH));
        send(page, page.locator(closing(unit)));
        assertThat(page.locator("#unit-" + unit + " .light")).containsText("已关账");
    }

    /** Presses the button and waits for the page it leads to. */
    private static void send(Page page, Locator button) {
        page.waitForNavigation(button::click);
    }

    private static String closing(String unit) {
        return "form[action='/closing/close']:has(input[name=unit][value='" + unit + "']) button";
    }

    /** The headline at full precision, as the waterfall's note gives it. */
    private String headline() {
        Page governor = pageOf("governor");
        return governor.locator("main").innerText().replaceAll("(?s).*总增速 (\\S+?)[：:].*", "$1");
    }
}
