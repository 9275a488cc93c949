package org.diaodu.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Base of the tests in a browser; they share one platform, which they leave as they found it or say so by name. */
@Tag("browser")
abstract class Browsing {
    private static @Nullable Platform platform;
    private static @Nullable Browser browser;

    private final List<BrowserContext> open = new ArrayList<>();

    @BeforeAll
    static synchronized void thePlatformRuns() {
        if (platform != null) return;
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("diaodu.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        Platform started = Platform.running(Browsing::newFolder);
        platform = started;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            playwright.close();
            started.close();
        }));
    }

    static Platform platform() {
        if (platform == null) throw new IllegalStateException("the platform has not been started");
        return platform;
    }

    /** A page of a fresh session of this size in which this user has signed in. */
    final Page pageOf(String user, int width, int height) {
        Page page = page(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale("zh-CN"));
        page.navigate(platform().url("/sign-in"));
        page.locator("#name").fill(user);
        page.locator("#password").fill(Platform.PASSWORD);
        page.locator("main form button[type=submit]").click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    final Page pageOf(String user) {
        return pageOf(user, 1440, 900);
    }

    final Page page(Browser.NewContextOptions options) {
        if (browser == null) throw new IllegalStateException("no browser");
        BrowserContext context = browser.newContext(options);
        open.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        return page;
    }

    @AfterEach
    void sessionsEnd() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    private static Path newFolder() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            return Files.createTempDirectory(target, "platform");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
