package org.diaodu.server.briefs;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.diaodu.server.cockpit.SmallProvince;
import org.diaodu.server.testing.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst makes a brief, changes a paragraph, takes it as Word, and issues it. */
class BriefBrowserTest extends BrowserTest {

    @Autowired
    private SmallProvince small;

    @Test
    void aBriefIsMadeEditedAndIssued() throws IOException {
        small.load();
        Page page = listened(pageOf("analyst-230200"), "422");
        page.navigate(url("/briefs"));
        looked(page, "none");
        page.locator(".actions .btn-primary").click();
        page.locator("#period").selectOption(SmallProvince.YEAR_TO_DATE.iso());
        looked(page, "new");
        page.locator("main form .btn-primary").click();
        page.waitForURL("**/briefs/*");
        String brief = page.url();
        looked(page, "draft");
        page.locator("a.brief-edit").nth(1).click();
        page.locator("#words").fill("全市{增速|上涨}。");
        page.locator(".brief-editor .btn-primary").click();
        assertThat(page.locator(".error-summary").innerText()).contains("没有“上涨”这种写法");
        page.locator("#words").fill("全市规模以上工业增加值同比{增速|增长}，开局良好。");
        pictured(page, "editing");
        page.locator(".brief-editor .btn-primary").click();
        assertThat(page.locator(".brief-sheet").innerText()).contains("开局良好。");
        Download word = page.waitForDownload(
                () -> page.locator(".actions a[href$='.docx']").click());
        assertThat(word.suggestedFilename()).endsWith(".docx");
        assertThat(Files.size(word.path())).isGreaterThan(10_000);
        page.locator(".brief-sheet .figure-link").first().click();
        page.waitForURL("**/growth?**");
        page.navigate(brief);
        page.locator("details > summary.btn-primary").click();
        page.locator("form[action$='/issue'] button").click();
        assertThat(page.locator(".brief-number").innerText()).contains("年第1期");
        assertThat(page.locator("a.brief-edit").count()).isZero();
        for (int[] size : new int[][] {{390, 844}, {1440, 900}, {1920, 1080}}) {
            page.setViewportSize(size[0], size[1]);
            looked(page, "issued-" + size[0]);
        }
        page.navigate(url("/briefs/house"));
        looked(page, "house");
        page.navigate(url("/briefs?state=ISSUED"));
        assertThat(page.locator("main tbody tr").count()).isPositive();
        looked(page, "list");
    }
}
