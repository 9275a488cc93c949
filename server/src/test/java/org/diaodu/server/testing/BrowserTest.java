package org.diaodu.server.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    private final java.util.ArrayList<BrowserContext> open = new java.util.ArrayList<>();

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
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
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

    @AfterEach
    void sessionsEnd() {
        open.forEach(BrowserContext::close);
        open.clear();
    }
}
