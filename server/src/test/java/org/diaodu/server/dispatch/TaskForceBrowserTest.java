package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.diaodu.server.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The task force's stories in a real browser: a meeting whose decision becomes a measure, and whether it all worked. */
@Import(SpringProvince.class)
class TaskForceBrowserTest extends BrowserTest {

    @Autowired
    FallingProvince falling;

    @Autowired
    SpringProvince spring;

    @Autowired
    CaseOpening opening;

    @Autowired
    EffectMeasuring measuring;

    @Test
    void fromRedItemsToADecisionOnTheCase() {
        FallingProvince.Made made = falling.make(9);
        province.as("dispatcher-230000", () -> opening.open(made.period(), made.falling(), "GX-230000"));
        Page page = listened(pageOf("dispatcher-230000"));
        page.navigate(url("/dispatch/meetings/new"));
        page.locator("#edit-title").fill("工业稳增长调度会");
        page.locator("#edit-day").fill("2022-04-26");
        page.locator("#edit-place").fill("省政府四楼会议室");
        page.locator("#edit-chair").selectOption("leader-230000");
        page.locator("#edit-units").selectOption(new String[] {"JT-230000", "GX-230000"});
        looked(page, "meeting-new");
        page.locator("main form .btn-primary").click();
        page.locator("#draw input[name=item]").first().check();
        page.locator("#draw-title").fill("学习会议精神");
        looked(page, "meeting-draw");
        page.locator("#draw .btn-primary").click();
        String address = page.url().replaceFirst("#.*", "");
        Page chair = listened(pageOf("leader-230000"));
        chair.setViewportSize(390, 844);
        chair.navigate(address);
        chair.locator("button[value=HOLD]").click();
        looked(chair, "meeting-held-phone");
        page.navigate(address);
        page.locator(".agenda-item").first().locator("summary").last().click();
        page.locator(".agenda-item").first().locator("textarea[name=words]").fill("五月前落实保供协议");
        page.locator(".agenda-item").first().locator("input[name=due]").fill("2099-05-31");
        page.locator(".agenda-item")
                .first()
                .locator("form[action$='/decisions'] .btn-primary")
                .click();
        looked(page, "meeting-minutes");
        chair.navigate(address);
        chair.locator("button[value=CLOSE]").click();
        chair.locator(".agenda-item a[href^='/dispatch/cases/']").last().click();
        assertThat(chair.locator("#timeline ~ .scroll").textContent()).contains("会议决定", "工业稳增长调度会");
        assertThat(chair.locator("main").textContent()).contains("五月前落实保供协议");
        page.navigate(url("/dispatch/meetings"));
        looked(page, "meetings");
        page.navigate(url("/dispatch/units/GX-230000"));
        looked(page, "unit");
        page.navigate(url("/dispatch/units"));
        looked(page, "units");
        assertThat(complaints).isEmpty();
    }

    @Test
    void whetherItWorkedIsSeenOnTheCaseAndForAllCases() {
        List<String> numbers = spring.load();
        measuring.measureWhatChanged();
        Page page = listened(pageOf("leader-230000"));
        page.navigate(url("/dispatch/campaign"));
        assertThat(page.locator(".kpi-figure").first().textContent()).matches("[+−–]?[0-9.]+");
        looked(page, "campaign");
        page.navigate(url("/dispatch/campaign?outcome=MEASURED"));
        page.locator("a[href='/dispatch/cases/" + numbers.get(5) + "#effect']").click();
        page.locator("#effect").scrollIntoViewIfNeeded();
        assertThat(page.locator(".paths .line-own").getAttribute("d")).startsWith("M");
        looked(page, "effect");
        page.setViewportSize(390, 844);
        looked(page, "effect-phone");
        page.navigate(url("/dispatch/campaign"));
        looked(page, "campaign-phone");
        assertThat(complaints).isEmpty();
    }
}
