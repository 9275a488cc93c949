package org.diaodu.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.opentest4j.TestAbortedException;

/** Base of every test with a real browser (Debian's Chromium); skipped by name where there is none, never under CI. */
@Tag("browser")
public abstract class BrowserTest extends PlatformTest {

    private static final Path CHROMIUM = Path.of(System.getProperty("diaodu.chromium", "/usr/bin/chromium"));

    private static @Nullable Browser browser;

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final AxeRunOptions VIOLATIONS = violations();

    /** What the pages listened to wrote into the console or threw. */
    protected final List<String> complaints = new ArrayList<>();

    private final List<BrowserContext> open = new ArrayList<>();

    @BeforeAll
    static synchronized void chromiumIsThere() {
        if (browser != null) return;
        if (!Files.isExecutable(CHROMIUM)) {
            if (System.getenv("CI") != null) throw new AssertionError("no Chromium at " + CHROMIUM);
            throw new TestAbortedException("skipped: no Chromium at " + CHROMIUM);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    /** A page of a fresh browser session, 1440×900, in which this user has signed in. */
    protected Page pageOf(String user) {
        Page page = page();
        page.navigate(url("/sign-in"));
        page.locator("#name").fill(user);
        page.locator("#password").fill(TestProvince.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL(address -> !address.endsWith("/sign-in"));
        return page;
    }

    /** A page of a fresh browser session, nobody signed in. */
    protected Page page() {
        if (browser == null) throw new IllegalStateException("no browser");
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("zh-CN"));
        open.add(context);
        return context.newPage();
    }

    /** Keeps what a page complains of, but for answers with these statuses, which the test provokes. */
    protected Page listened(Page page, String... provoked) {
        page.onConsoleMessage(message -> {
            boolean expected = Stream.of(provoked).anyMatch(message.text()::contains);
            if (message.type().equals("error") && !expected) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** A picture to look at; the page does not scroll sideways. */
    protected void pictured(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", getClass().getSimpleName() + "-" + name + ".png"))
                .setFullPage(true));
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue())
                .as("by how much %s scrolls sideways", name)
                .isZero();
    }

    /**
     * Pictured, and axe finds nothing serious. It asks the page alone, as there are no frames, and does not write down what is in
     * order: that takes longer than finding what is not.
     */
    protected void looked(Page page, String name) {
        pictured(page, name);
        List<String> serious = new AxeBuilder(page)
                .setLegacyMode(true).options(VIOLATIONS).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList();
        assertThat(serious).as(name).isEmpty();
    }

    private static AxeRunOptions violations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    @AfterEach
    void sessionsEnd() {
        open.forEach(BrowserContext::close);
        open.clear();
    }
}
