package org.diaodu.server.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import org.diaodu.server.testing.BrowserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CockpitPagesTest extends BrowserTest {
    private static final String PERIOD = "period=2051-01..2051-03";

    @Autowired
    private SmallProvince small;

    @BeforeEach
    void theFiguresAreThere() {
        small.load();
    }

    @Test
    void theAddressIsTheStateAndTheBackButtonGoesBack() {
        Page page = pageOf("analyst-230000");
        listened(page);
        open(page, "/growth?unit=230000&" + PERIOD);
        String start = page.url();
        String first = page.locator(".rows tbody tr").first().textContent();
        page.locator(".rows tbody th a").first().click();
        page.waitForURL(url -> url.contains("region="));
        settled(page);
        String deeper = page.locator(".rows tbody tr").first().textContent();
        assertThat(deeper).isNotEqualTo(first);
        page.locator("#f-by").selectOption("enterprise");
        page.waitForURL(url -> url.contains("by=enterprise"));
        settled(page);
        String shared = page.url();
        String enterprise = page.locator(".rows tbody tr").first().textContent();
        Page colleague = pageOf("leader-230000");
        colleague.navigate(shared);
        assertThat(colleague.locator(".rows tbody tr").first().textContent()).isEqualTo(enterprise);
        page.goBack();
        page.waitForURL(url -> !url.contains("by=enterprise"));
        settled(page);
        assertThat(page.locator(".rows tbody tr").first().textContent()).isEqualTo(deeper);
        page.goBack();
        page.waitForURL(start);
        settled(page);
        assertThat(page.locator(".rows tbody tr").first().textContent()).isEqualTo(first);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theNumbersOfTheCockpitLeadToWhatTheyAreMadeOf() {
        Page page = pageOf("leader-230000");
        open(page, "/cockpit?unit=230000&" + PERIOD);
        String falling = page.locator("[data-figure=falling]").textContent();
        String headline = page.locator("[data-figure=ytd]").textContent().replace("%", "");
        page.locator("[data-figure=falling]").click();
        page.waitForURL(url -> url.contains("falling=true"));
        assertThat(page.locator(".rows tbody tr").count()).isEqualTo(Integer.parseInt(falling));
        page.goBack();
        page.locator("[data-figure=ytd]").click();
        page.waitForURL(url -> url.contains("/growth"));
        assertThat(page.locator("[data-announce]").textContent()).startsWith(headline);
    }

    private void open(Page page, String address) {
        page.navigate(url(address));
        settled(page);
    }

    private static void settled(Page page) {
        page.waitForLoadState(LoadState.LOAD);
        // No waitForFunction: its polling evaluates a string, which the pages' content policy forbids.
        PlaywrightAssertions.assertThat(page.locator("figure[data-chart] .chart-canvas:not(:has(svg))"))
                .hasCount(0);
    }
}
