package org.diaodu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page at the three sizes people have, light and dark: pictures to look at, nothing wider than the screen, nothing in the
 * console. Axe, which takes longer than all of that, is asked about each page once, at the sizes in turn.
 */
class PicturesTest extends Browsing {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static @Nullable Map<String, List<String>> visits;

    private final Map<String, Page> desks = new HashMap<>();

    @ParameterizedTest(name = "{1} × {2}, {3}")
    @CsvSource({"0,1440,900,LIGHT", "1,1920,1080,DARK", "2,390,844,LIGHT"})
    void everyPageIsInOrder(int turn, int width, int height, ColorScheme scheme) throws IOException {
        int looked = 0;
        Path folder = Files.createDirectories(PICTURES.resolve(width + "x" + height));
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, List<String>> visit : visits().entrySet()) {
            Page page = pageOf(visit.getKey(), width, height);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) faults.add(page.url() + ": " + message.text());
            });
            page.onPageError(error -> faults.add(page.url() + ": " + error));
            for (String address : visit.getValue()) {
                int status = page.navigate(platform().url(address)).status();
                if (status != 200) faults.add(address + ": status " + status);
                page.waitForLoadState();
                String name = visit.getKey() + address.replaceAll("[^A-Za-z0-9]+", "-");
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setFullPage(true));
                faults.addAll(wide(page, address, width));
                if (looked++ % 3 == turn) faults.addAll(inaccessible(page, address));
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest(name = "the picture in the {0} README")
    @CsvSource({"en,cockpit.png", "zh,cockpit.zh-CN.png"})
    void theReadmeShowsTheCockpitAsItIs(String language, String file) {
        Page page = pageOf("governor");
        if (language.equals("en")) {
            page.locator("#menu > summary").click();
            page.locator("button[name=language][value=en]").click();
        }
        page.navigate(platform().url("/cockpit"));
        page.locator(".chart-canvas svg").first().waitFor();
        assertThat(page.locator("main").innerText()).contains("+8.1", "+10.3", "131");
        Path folder = Boolean.getBoolean("diaodu.readme-pictures") ? Path.of("..", "docs", "images") : PICTURES;
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)));
    }

    /** The pages by who looks at them, found once. */
    private Map<String, List<String>> visits() {
        Map<String, List<String>> known = visits;
        if (known == null) visits = known = found();
        return known;
    }

    private Map<String, List<String>> found() {
        Page clerk = desk("clerk-acheng");
        clerk.navigate(platform().url("/returns"));
        String own = clerk.locator("main a.btn-primary, main a.btn").first().getAttribute("href");
        String enterprise = own.replaceFirst("^/returns/(\\d+)/.*", "$1");
        String draft = draft();
        Map<String, List<String>> visits = new LinkedHashMap<>();
        visits.put(
                "governor",
                List.of(
                        "/cockpit",
                        "/cockpit?unit=230100",
                        "/cockpit?unit=230112",
                        "/cockpit/wall",
                        "/growth",
                        "/growth?by=region&cross=industry&against=2021-01..2021-03",
                        "/growth?by=enterprise&key=true&order=asc",
                        "/sources"));
        visits.put(
                "province",
                List.of(
                        "/growth?by=industry&period=2022-03",
                        "/enterprises",
                        "/enterprises/new",
                        "/enterprises/changes",
                        "/enterprises/" + enterprise,
                        "/returns",
                        "/returns/completeness",
                        "/returns/queries?state=OPEN",
                        "/returns/import",
                        "/closing",
                        "/rules",
                        "/rules/new",
                        "/appeals/routing",
                        "/rules/light-project",
                        "/rules/enterprise-tier",
                        "/rules/size-class/ask?asked=1&in.从业人员=299&in.营业收入=50000",
                        draft,
                        "/briefs",
                        "/briefs/new",
                        "/briefs/house",
                        first("province", "/briefs", "/briefs/"),
                        "/returns/" + enterprise + "/2022-03",
                        "/account"));
        visits.put(
                "dispatcher",
                List.of(
                        "/dispatch",
                        "/dispatch/cases",
                        first("dispatcher", "/dispatch/cases", "/dispatch/cases/"),
                        "/dispatch/board",
                        "/dispatch/meetings",
                        "/dispatch/meetings/new",
                        "/dispatch/meetings/1",
                        "/dispatch/meetings/2",
                        "/dispatch/campaign",
                        measuredCase(),
                        "/dispatch/units",
                        "/dispatch/units/SGX",
                        "/appeals",
                        first("dispatcher", "/appeals?sort=due", "/appeals/S"),
                        "/whitelist",
                        first("dispatcher", "/whitelist", "/whitelist/20"),
                        "/whitelist/rule",
                        "/targets",
                        first("dispatcher", "/targets?q=规模以上工业增加值", "/targets/"),
                        "/targets/new",
                        "/supply",
                        "/supply?state=ALL&sort=state",
                        first("dispatcher", "/supply?state=REPLIED", "/supply/20"),
                        first("dispatcher", "/supply?state=ESCALATED", "/supply/20") + "/letter",
                        "/supply/letters",
                        "/supply/letters/new",
                        first("dispatcher", "/supply/letters?direction=OUT", "/supply/letters/"),
                        first("dispatcher", "/supply/letters?direction=IN", "/supply/letters/"),
                        "/pairing",
                        "/pairing/propose?relevel=true",
                        "/pairing/leaders",
                        "/pairing/coverage",
                        "/notices",
                        "/notices/channels"));
        visits.put(
                "officer",
                List.of("/dispatch/cases", "/appeals", first("officer", "/appeals", "/appeals/S"), "/pairing/mine"));
        visits.put(
                "policy",
                List.of(
                        "/policies",
                        "/policies/new",
                        "/policies/clauses/zhejiang-2022-stable-jobs",
                        "/policies/clauses/hlj-2022-tech-renewal-interest",
                        clauseDraft()));
        String paired = ownEnterpriseOfTheMayor();
        String passingOn = paired.replace("/pairing/of/", "/appeals/for/");
        visits.put("mayor", List.of("/pairing/mine", paired, passingOn));
        visits.put(
                "clerk-acheng",
                List.of(
                        "/returns",
                        own,
                        "/pairing/ours",
                        "/appeals/mine",
                        "/appeals/new",
                        first("clerk-acheng", "/appeals/mine", "/appeals/S"),
                        "/supply/mine",
                        "/supply/new",
                        first("clerk-acheng", "/supply/mine", "/supply/20")));
        visits.put(
                "clerk-mohe",
                List.of("/returns", "/dispatch/mine", "/whitelist/mine", "/whitelist/apply", "/pass", "/supply/mine"));
        visits.put("system-admin", List.of("/admin/units"));
        visits.put("security-admin", List.of("/admin/users"));
        visits.put("audit-admin", List.of("/audit"));
        return visits;
    }

    private Page desk(String user) {
        return desks.computeIfAbsent(user, this::pageOf);
    }

    /** A case whose effect is measured: the platform does so by itself soon after its start. */
    private String measuredCase() {
        Page page = desk("dispatcher");
        var measured = page.locator("main a[href$='#effect']").first();
        page.navigate(platform().url("/dispatch/campaign?outcome=MEASURED"));
        for (int i = 0; i < 60 && measured.count() == 0; i++) {
            page.waitForTimeout(1_000);
            page.reload();
        }
        return measured.getAttribute("href").replace("#effect", "");
    }

    /** The first thing of a list whose address begins so. */
    private String first(String user, String list, String beginning) {
        Page page = desk(user);
        page.navigate(platform().url(list));
        return page.locator("main :not(.actions) > a[href^='" + beginning + "']")
                .first()
                .getAttribute("href");
    }

    /** The enterprise of a leader's own list that waits for a visit longest. */
    private String ownEnterpriseOfTheMayor() {
        Page page = desk("mayor");
        page.navigate(platform().url("/pairing/mine"));
        return page.locator(".paired h2 a").first().getAttribute("href");
    }

    /** The editor on a draft that is begun once and stays. */
    private String draft() {
        Page page = desk("province");
        page.navigate(platform().url("/rules/light-target"));
        page.locator("form[action$='/draft'] button, a[href$='/edit']").first().click();
        page.waitForURL("**/edit");
        return page.url().substring(platform().url("").length());
    }

    /** The editor of a clause on a draft that is begun once and stays. */
    private String clauseDraft() {
        Page page = desk("policy");
        page.navigate(platform().url("/policies/clauses/hlj-2022-digital-workshop"));
        page.locator("form[action$='/draft'] button, a[href$='/edit']").first().click();
        page.waitForURL("**/edit");
        return page.url().substring(platform().url("").length());
    }

    /** Nothing but a table within its own frame may be wider than the screen. */
    private static List<String> wide(Page page, String address, int width) {
        int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        return wide > width + 1 ? List.of(address + ": " + wide + " px wide on a screen of " + width) : List.of();
    }

    private static List<String> inaccessible(Page page, String address) {
        var violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(violations).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> address + ": " + told(rule))
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + " "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }
}
