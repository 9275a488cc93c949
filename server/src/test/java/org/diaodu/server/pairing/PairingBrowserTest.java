package org.diaodu.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.server.attachments.SampleFiles;
import org.diaodu.server.testing.BrowserTest;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.standards.SizeClass;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Story 4: the paired leader in a workshop, a phone in the hand. */
class PairingBrowserTest extends BrowserTest {

    private static final WaitForOptions GONE = new WaitForOptions().setState(WaitForSelectorState.DETACHED);
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    @Autowired
    PairedProvince paired;

    @Autowired
    PairingSteps steps;

    @Test
    void fromSignInToTheVisitWithAPhotoAndWhatCameOfIt() throws IOException {
        List<Long> own = paired.enterprises("230200", SizeClass.MEDIUM, 2);
        long self = paired.leaderOf("leader-230200", "230200");
        province.as(
                "dispatcher-230200",
                () -> own.stream().map(id -> steps.assign(id, 0, self, "分工")).toList());
        Page page = phone("leader-230200");
        page.navigate(url("/pairing/mine"));
        looked(page, "mine");
        page.locator("a[href='/pairing/of/" + own.getFirst() + "#visit']").click();
        page.locator("#visit-met").fill("总经理和车间主任");
        page.locator("#visit-notes").fill("天然气用量增加，担心二季度气量不足。");
        looked(page, "form");

        page.context().clearCookies();
        page.locator("form[data-draft^=visit] .btn-primary").click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        signIn(page, "leader-230200");
        page.navigate(url("/pairing/of/" + own.getFirst()));
        assertThat(page.locator("#visit-notes").inputValue()).isEqualTo("天然气用量增加，担心二季度气量不足。");
        assertThat(page.locator(".draft-told").textContent()).contains("已恢复");

        page.locator("#visit-next").fill("与燃气公司核实供气计划");
        Path photo = Files.write(
                Files.createTempDirectory("phone").resolve("车间.jpg"), SampleFiles.photo(1200, 900, Color.GRAY));
        Path lie = Files.writeString(photo.resolveSibling("假.jpg"), "MZ program");
        page.locator("#visit-file").setInputFiles(new Path[] {photo, lie});
        page.locator("form[data-draft^=visit] .btn-primary").click();
        page.waitForURL(address -> address.contains("logged="));
        assertThat(page.locator(".error-summary").textContent()).contains("假.jpg", "Windows 程序");
        assertThat(page.locator(".file-list img").count()).isEqualTo(1);
        looked(page, "logged");

        page.locator(".follow-ups summary").click();
        page.locator(".follow-ups input[name=outcome]").fill("燃气公司书面答复，按需保供");
        page.locator(".follow-ups .btn-primary").click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".follow-ups").textContent()).contains("已办", "按需保供");
        assertThat(page.locator("#visit-notes").inputValue())
                .as("what was sent is no draft any more")
                .isEmpty();

        Path second = Files.write(photo.resolveSibling("铭牌.png"), SampleFiles.picture("png", 60, 40, Color.BLUE));
        page.locator(".file-add input[capture]").setInputFiles(second);
        page.locator(".file-list img").nth(1).waitFor();
        page.locator(".file-remove summary").first().click();
        page.locator(".file-remove .btn-danger").first().click();
        page.locator(".file-list a:text-is('车间.jpg')").waitFor(GONE);
        assertThat(page.locator(".file-list").textContent()).contains("铭牌.png");
        looked(page, "followed");
        page.navigate(url("/pairing/mine"));
        assertThat(page.locator(".paired").textContent()).contains("最近走访");
        passesOnAndTheEnterpriseFollows(page, own.getFirst(), photo, lie);
        assertThat(complaints).isEmpty();
    }

    /** What was heard on the visit becomes an appeal of the enterprise, with the photo. */
    private void passesOnAndTheEnterpriseFollows(Page page, long enterprise, Path photo, Path lie) {
        page.locator("a[href='/appeals/for/" + enterprise + "']").click();
        page.locator("#subject").selectOption("POWER");
        page.locator("#words").fill("天然气用量增加，二季度气量可能不足，请协调燃气公司保供。");
        page.locator("#contactName").fill("王建国");
        page.locator("#contactPhone").fill("13845678901");
        page.locator("#file").setInputFiles(new Path[] {photo, lie});
        page.locator("form[data-draft] .btn-primary").click();
        page.locator(".error-summary").waitFor();
        assertThat(page.locator(".file-field").textContent()).contains("假.jpg", "Windows 程序", "请重新选择");
        assertThat(page.locator("#words").inputValue()).contains("请协调燃气公司保供");
        looked(page, "pass-on");
        page.locator("#file").setInputFiles(photo);
        page.locator("form[data-draft] .btn-primary").click();
        page.waitForURL(address -> address.contains("raised=true"));
        assertThat(page.locator(".parcel .file-list img").count()).isEqualTo(1);
        looked(page, "passed-on");
        page.navigate(url("/pairing/mine"));
        assertThat(page.locator(".appeal-lines").first().textContent()).contains("待核实", "最迟", "代为提出");
        looked(page, "mine-with-appeals");
        page.navigate(url("/pairing/of/" + enterprise));
        looked(page, "enterprise-with-appeals");

        Page clerk = phone(province.clerk(enterprise, "230200"));
        clerk.navigate(url("/appeals/mine"));
        assertThat(clerk.locator(".cards").textContent()).contains("代为提出");
        looked(clerk, "clerk-mine");
        clerk.locator(".card-link").first().click();
        clerk.locator(".parcel .file-list img").waitFor();
        assertThat(clerk.locator("main").innerText()).contains("代您提出诉求", "保供", "不再需要办理");
        looked(clerk, "clerk-follows");
    }

    @Test
    void theDispatcherLooksAtTheProposalAtTheListAndAtWhoWaits() {
        paired.enterprises("230202", SizeClass.SMALL, 3);
        paired.leader("浏览测试", "230202");
        Page page = listened(pageOf("dispatcher-230202"), "403");
        for (String address : List.of("/pairing/propose", "/pairing", "/pairing/coverage", "/pairing/leaders")) {
            page.navigate(url(address));
            looked(page, "desk" + address.replace('/', '-'));
        }
        page.navigate(url("/pairing/propose"));
        page.locator("main form[method=post] .btn-primary").click();
        page.waitForURL(address -> address.contains("paired-now="));
        looked(page, "desk-paired");
        assertThat(complaints).isEmpty();
    }

    private Page phone(String user) {
        Page page = listened(page(), "403", "422");
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        page.navigate(url("/sign-in"));
        signIn(page, user);
        return page;
    }

    private void signIn(Page page, String user) {
        if (!page.url().contains("/sign-in")) page.navigate(url("/sign-in"));
        page.locator("#name").fill(user);
        page.locator("#password").fill(TestProvince.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL(address -> !address.contains("/sign-in"));
    }
}
