package org.diaodu.server.whitelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.registry.Enterprises;
import org.diaodu.server.registry.RegisterLoading;
import org.diaodu.server.steps.Outcome;
import org.diaodu.server.testing.BrowserTest;
import org.diaodu.server.testing.ListedProvince;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** From the application of an enterprise to the checkpoint, where nobody has an account. */
class PassBrowserTest extends BrowserTest {

    @Autowired
    RegisterLoading register;

    @Autowired
    Enterprises enterprises;

    @Autowired
    EntrySteps steps;

    @Autowired
    Passes passes;

    @Autowired
    BusinessClock clock;

    @Test
    void fromTheApplicationToTheCheckpoint() {
        ListedProvince.Made made = listed().make("230102");
        Page clerk = onAPhone(pageOf(made.clerk()));
        clerk.navigate(url("/whitelist/mine"));
        looked(clerk, "mine");
        clerk.locator("a[href='/whitelist/apply']").click();
        clerk.locator("#kind").selectOption("LOGISTICS");
        clerk.locator("#level").selectOption("PREFECTURE");
        clerk.locator("#grounds").fill("每日向哈尔滨市配送大米 40 吨，封控后三个卸货点进不去。");
        looked(clerk, "apply");
        clerk.locator("main .btn-primary").click();
        clerk.waitForURL(address -> !address.endsWith("/apply"));
        String entry = clerk.url();
        Page dispatcher = listened(pageOf("dispatcher-230100"), "422");
        dispatcher.navigate(entry);
        looked(dispatcher, "applied");
        dispatcher.locator(".verbs .btn-primary").click();
        assertThat(dispatcher.locator(".page-head .light").textContent()).contains("在册");
        clerk.navigate(entry);
        clerk.locator("#pass-plate").fill("黑A1");
        clerk.locator("#pass-goods").fill("大米");
        clerk.locator("#pass-from").fill("道里区");
        clerk.locator("#pass-to").fill("南岗区");
        clerk.locator("#issue .btn-primary").click();
        assertThat(clerk.locator(".error-summary").textContent()).contains("车牌号不对");
        assertThat(clerk.locator("#pass-goods").inputValue()).isEqualTo("大米");
        clerk.locator("#pass-plate").fill("黑ad12345");
        clerk.locator("#issue .btn-primary").click();
        clerk.waitForURL("**/whitelist/passes/*");
        looked(clerk, "pass");
        assertThat(clerk.locator(".pass-plate").textContent()).isEqualTo("黑A·D12345");
        assertThat(clerk.locator(".pass-sheet .note").textContent()).contains(url("/pass"));
        printed(clerk);
        String letters = clerk.locator(".pass-letters").textContent();
        Page checkpoint = onAPhone(page());
        checkpoint.navigate(url("/pass"));
        pictured(checkpoint, "check");
        checkpoint.locator("#code").fill(letters.toLowerCase(Locale.ROOT));
        checkpoint.locator("main .btn-primary").click();
        checkpoint.waitForURL("**/pass/*");
        looked(checkpoint, "checked");
        assertThat(checkpoint.locator(".pass-answer").innerText()).contains("有效", "黑A·D12345", "有效期至");
        assertThat(checkpoint.content())
                .doesNotContain(
                        made.name(), made.creditCode(), "大米", "道里", "南岗", entry.replaceFirst(".*/", ""), made.clerk());
        dispatcher.navigate(entry);
        dispatcher.locator("#passes ~ .scroll summary").click();
        dispatcher.locator("#passes ~ .scroll input[name=words]").fill("线路调整");
        dispatcher.locator("#passes ~ .scroll .btn-danger").click();
        dispatcher.locator("#passes ~ .scroll .light-red").waitFor();
        pictured(dispatcher, "revoked");
        clerk.reload();
        assertThat(clerk.locator(".pass-void").textContent()).isEqualTo("已撤销，不得使用");
        assertThat(clerk.locator("[data-print]").count()).isZero();
        pictured(clerk, "pass-void");
        checkpoint.reload();
        assertThat(checkpoint.locator(".pass-answer").innerText())
                .startsWith("无效")
                .doesNotContain("黑A");
        pictured(checkpoint, "not-valid");
        dispatcher.navigate(url("/whitelist"));
        looked(dispatcher, "list");
        dispatcher.navigate(url("/whitelist/rule?kind=SUPPLY"));
        looked(dispatcher, "rule");
        assertThat(complaints).isEmpty();
    }

    /** Shown as it is at the same place in the same words, whatever the code was: only what was asked differs. */
    @Test
    void aStrangerIsToldTheSameOfEveryCodeThatIsNotValid() {
        ListedProvince.Made made = listed().make("230102");
        String number = granted(made);
        Pass revoked = issued(made, number);
        province.as(made.clerk(), () -> passes.revoke(revoked.number(), "换车"));
        Pass ended = issued(made, number);
        asSystem(() -> jdbc.sql(
                        "update white_list_entry set valid_from = :day, valid_until = :day where number = :number")
                .param("day", clock.today().minusDays(1))
                .param("number", number)
                .update());
        Visit stranger = Visit.anonymous(url(""));
        stranger.get("/pass");
        List<String> answers = Stream.of(
                        revoked.code().grouped(),
                        ended.code().grouped(),
                        PassCode.random().grouped(),
                        "Q7Q7Q7")
                .map(code -> answer(stranger, code))
                .toList();
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).contains("无效").doesNotContain("黑A", made.name());
    }

    @Test
    void theAnswerIsNotIndexedNorToldToOthersAndHtmlStaysText() {
        Visit stranger = Visit.anonymous(url(""));
        HttpResponse<String> answer = stranger.get("/pass?code=%3Cb%3E1%3C%2Fb%3E");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("&lt;b").doesNotContain("<b>1");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow, noarchive");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void anAddressThatAsksTooOftenIsAskedToWait() throws Exception {
        for (int i = 0; i < 60; i++) assertThat(status("10.1.2.3")).isEqualTo(200);
        assertThat(status("10.1.2.3")).isEqualTo(429);
        assertThat(status("10.1.2.4")).isEqualTo(200);
    }

    private ListedProvince listed() {
        return new ListedProvince(register, enterprises, province, clock);
    }

    private int status(String address) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get("/pass/none").with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** The page without what was asked and without the token of the visit. */
    private static String answer(Visit stranger, String code) {
        HttpResponse<String> answer = stranger.get("/pass/" + code.replace("-", ""));
        return answer.statusCode()
                + answer.body()
                        .replace(code, "CODE")
                        .replace(code.replace("-", ""), "CODE")
                        .replaceAll("(csrf-token\" content=\"|name=\"_csrf\" value=\")[^\"]*", "");
    }

    private String granted(ListedProvince.Made made) {
        var form = new Application("", "LOGISTICS", "COUNTY", "运粮");
        String number = ((Outcome.Done) province.as(made.clerk(), () -> steps.apply(form))).number();
        String until = clock.today().plusDays(9).toString();
        province.as(
                "dispatcher-230100",
                () -> steps.step(number, 0, Verb.GRANT, clock.today().toString(), until, ""));
        return number;
    }

    private Pass issued(ListedProvince.Made made, String entry) {
        String today = clock.today().toString();
        var form = new PassForm("", "黑A54321", "大米", "道里区", "南岗区", today, today);
        Outcome outcome = province.as(made.clerk(), () -> passes.issue(entry, form));
        return asSystem(() -> passes.get(((Outcome.Done) outcome).number()));
    }

    /** On A5 paper the pass is one page. */
    private static void printed(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        byte[] pdf = page.pdf(new Page.PdfOptions()
                .setPath(Path.of("target", "whitelist-pass.pdf"))
                .setPreferCSSPageSize(true));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).as("one page").contains("/Count 1");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private Page onAPhone(Page page) {
        page.setViewportSize(390, 844);
        return listened(page, "422");
    }
}
