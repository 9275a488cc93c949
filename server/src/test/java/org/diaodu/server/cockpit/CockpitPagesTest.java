package org.diaodu.server.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diaodu.server.testing.BrowserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(SmallProvince.class)
class CockpitPagesTest extends BrowserTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String PERIOD = "period=2051-01..2051-03";

    @Autowired
    private SmallProvince small;

    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void theFiguresAreThere() {
        small.load();
    }

    @ParameterizedTest
    @CsvSource({
        "cockpit, /cockpit?unit=230000&",
        "cockpit-county, /cockpit?unit=230102&",
        "wall, /cockpit/wall?unit=230000&",
        "growth, /growth?unit=230000&",
        "growth-cross, /growth?unit=230000&by=region&cross=industry&against=2050-01..2050-03&",
        "growth-enterprises, /growth?unit=230000&by=enterprise&key=true&order=asc&",
        "sources, /sources?"
    })
    void everyPageIsReadableAtThreeSizesInLightAndDark(String name, String address) {
        Page page = pageOf("leader-230000");
        listen(page);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1440, 900}, {1920, 1080}, {390, 844}}) {
                page.setViewportSize(size[0], size[1]);
                open(page, address + PERIOD);
                String file = "%s-%dx%d-%s.png"
                        .formatted(name, size[0], size[1], scheme.name().toLowerCase());
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(file))
                        .setFullPage(!name.equals("wall")));
                assertThat(serious(page)).as(file).isEmpty();
                assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%s does not scroll sideways", file)
                        .isEqualTo(true);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void theAddressIsTheStateAndTheBackButtonGoesBack() {
        Page page = pageOf("analyst-230000");
        listen(page);
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

    private void listen(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
    }

    private static List<String> serious(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Stream.of("serious", "critical").anyMatch(rule.getImpact()::equals))
                        .map(CockpitPagesTest::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(4).toList();
    }
}
