package org.diaodu.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The brief of the first quarter says what the province published. */
class BriefOfTheQuarterTest extends Browsing {

    @Test
    void theFirstDraftSaysTheHeadlineAndWhatItIsSetBeside() {
        Page page = pageOf("province");
        page.navigate(platform().url("/briefs?audience=INTERNAL"));
        page.locator("main tbody th a").first().click();
        page.waitForURL("**/briefs/*");
        assertThat(page.locator(".brief-sheet"))
                .containsText(
                        "2022年一季度，全省规模以上工业增加值同比增长8.1%，高于全国平均水平（6.5%）1.6个百分点，高于同期地区生产总值增速（5.4%）2.7个百分点。3月份全省规模以上工业增加值同比增长10.3%");
        page.locator(".brief-sheet .figure-link").first().click();
        page.waitForURL("**/growth?**");
    }
}
