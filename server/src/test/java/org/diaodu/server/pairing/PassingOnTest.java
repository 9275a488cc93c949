package org.diaodu.server.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.diaodu.server.access.Denied;
import org.diaodu.server.appeals.Appeal;
import org.diaodu.server.appeals.AppealForm;
import org.diaodu.server.appeals.AppealSteps;
import org.diaodu.server.appeals.Appeals;
import org.diaodu.server.appeals.HandedOn;
import org.diaodu.server.appeals.StepForm;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.attachments.SampleFiles;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.diaodu.standards.SizeClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A leader passes on an appeal of an enterprise he looks after; from then on it is the enterprise's own. */
class PassingOnTest extends PlatformTest {

    private static final String DISPATCHER = "dispatcher-230102";
    /** A leader who is an officer by role, and sees no region. */
    private static final String OFFICER = "officer-230200";

    @Autowired
    PairedProvince paired;

    @Autowired
    PairingSteps pairing;

    @Autowired
    PairedEnterprises enterprises;

    @Autowired
    Appeals appeals;

    @Autowired
    AppealSteps steps;

    private long mine;
    private long others;
    private String clerk = "";

    @BeforeEach
    void oneOfTwoEnterprisesIsHis() {
        List<Long> two = paired.enterprises("230102", SizeClass.SMALL, 2);
        mine = two.getFirst();
        others = two.getLast();
        clerk = province.clerk(mine, "230102");
        long self = paired.leaderOf("leader-230102", "230102");
        as(DISPATCHER, () -> pairing.assign(mine, 0, self, "分工"));
    }

    @Test
    void onlyWhoLooksAfterTheEnterprisePassesOnItsAppeals() {
        Appeal one = raised("leader-230102");
        assertThat(one.passedOnBy()).isEqualTo("领导leader-230102（道里区副职）");
        assertThat(one.unit()).isEqualTo("GX-230102");
        assertThatThrownBy(() -> as("leader-230102", () -> appeals.raise(others, form())))
                .as("of the same county, and not his")
                .isInstanceOf(Denied.class)
                .hasMessageContaining("AP30");
        assertThatThrownBy(() -> as("leader-230100", () -> appeals.raise(mine, form())))
                .as("the mayor, who looks after others")
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> as("leader-230103", () -> appeals.raise(mine, form())))
                .isInstanceOf(Problem.class);
        assertThat(visit("leader-230102").get("/pairing/of/" + others).body()).doesNotContain("/appeals/for/" + others);
    }

    @Test
    void anOfficerWhoLooksAfterItPassesItOnFollowsItAndLosesSightOfItWithTheEnterprise() {
        long officer = paired.leaderOf(OFFICER, "230200");
        assertThatThrownBy(() -> as(OFFICER, () -> appeals.raise(mine, form()))).isInstanceOf(Problem.class);
        asSystem(() -> pairing.assign(mine, holding(), officer, "行业对口"));
        Appeal one = raised(OFFICER);
        assertThat(as(OFFICER, () -> appeals.open(one.number())).possible())
                .as("it is for the unit and the enterprise to go on")
                .isEmpty();
        assertThat(as(OFFICER, () -> appeals.get(one.number())).contact().masked())
                .isTrue();
        Visit page = visit(OFFICER);
        assertThat(page.get("/pairing/mine").body()).contains(one.number(), "在办诉求 1 件", "最迟");
        assertThat(page.get("/pairing/of/" + mine).body()).contains(one.number(), "/appeals/for/" + mine, "待核实");
        long self = paired.leaderOf("leader-230102", "230102");
        asSystem(() -> pairing.assign(mine, holding(), self, "交回"));
        assertThatThrownBy(() -> as(OFFICER, () -> appeals.get(one.number()))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> as(OFFICER, () -> appeals.raise(mine, form())))
                .isInstanceOf(HandedOn.class)
                .hasMessageContaining("AP32");
    }

    @Test
    void theEnterpriseIsToldAndFollowsRatesAndReopensItAsItsOwn() {
        Appeal one = raised("leader-230102");
        String number = one.number();
        Visit phone = visit(clerk);
        assertThat(phone.get("/notices").body()).containsOnlyOnce("诉求 " + number + "：领导leader-230102（道里区副职）已代贵企业提出");
        assertThat(phone.get("/appeals/mine").body()).contains(number, "由 领导leader-230102（道里区副职） 代为提出");
        assertThat(phone.get("/appeals/" + number).body()).contains("代您提出诉求，送达道里区工信部门", "13845678901", "撤回诉求");
        step("officer-230102", number, Step.TAKEN);
        step("officer-230102", number, Step.ASKED);
        assertThatThrownBy(() -> step("leader-230102", number, Step.ANSWERED)).isInstanceOf(Denied.class);
        step(clerk, number, Step.ANSWERED);
        step("officer-230102", number, Step.RESOLVED);
        StepForm rating = say(number);
        as(clerk, () -> steps.rate(number, rating));
        assertThat(asSystem(() -> appeals.get(number)).satisfied()).isTrue();
        step(clerk, number, Step.REOPENED);
        assertThat(asSystem(() -> appeals.get(number)).unit()).isEqualTo("GX-230100");
        assertThat(visit("leader-230102").get("/pairing/of/" + mine).body()).contains(number, "哈尔滨市工信部门");
    }

    @Test
    void theDoubleClickPassesItOnOnceAndTellsTheEnterpriseOnce() {
        AppealForm form = form();
        List<CompletableFuture<String>> clicks = IntStream.range(0, 5)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> number("leader-230102", form)))
                .toList();
        assertThat(clicks.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        String number = clicks.getFirst().join();
        assertThat(asSystem(() -> jdbc.sql(
                                "select count(*) from notice where href = '/appeals/' || :n and account = :clerk")
                        .param("n", number)
                        .param("clerk", province.id(clerk))
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
        assertThat(asSystem(() -> jdbc.sql(
                                "select count(*) from audit_entry where subject_type = 'appeal' and subject_id = :n")
                        .param("n", number)
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
        assertThatThrownBy(() -> asSystem(() -> jdbc.sql("update appeal set passed_on_by = '别人' where number = :n")
                        .param("n", number)
                        .update()))
                .hasMessageContaining("what was raised stays as it was");
    }

    @Test
    void theFormIsTheEnterprisesOwnWithWhatHelpedOthersAndItsFiles() {
        Visit leader = visit("leader-230102");
        String blank = leader.get("/appeals/for/" + mine).body();
        assertThat(blank).contains("转办诉求", "企业遇到什么困难", "hx-get=\"/appeals/similar\"", "name=\"file\"");
        assertThat(leader.get("/appeals/similar?subject=MATERIALS&words=%E6%96%AD%E4%BE%9B")
                        .statusCode())
                .isEqualTo(200);
        String key = UUID.randomUUID().toString();
        String[] filled = {
            "key", key,
            "subject", "MATERIALS",
            "urgency", "URGENT",
            "words", "辅料断供 <i>",
            "contactName", "王建国",
            "contactPhone", "13845678901"
        };
        var lie = new Visit.FilePart("现场.jpg", "MZ program".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var refused = leader.post("/appeals/for/" + mine, List.of(lie), filled);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("内容是Windows 程序", "辅料断供 &lt;i&gt;", "action=\"/appeals/for/" + mine + "\"");
        var photo = new Visit.FilePart("现场.jpg", SampleFiles.photo(300, 200, Color.GRAY));
        var raised = leader.post("/appeals/for/" + mine, List.of(photo), filled);
        assertThat(raised.statusCode()).isEqualTo(302);
        String page = raised.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(leader.get(page).body()).contains("诉求已提交", "现场.jpg", "代企业提出诉求");
        assertThat(visit(clerk).get(page.replace("?raised=true", "")).body()).contains("现场.jpg", "/thumbnail");
    }

    @Test
    void whateverComesFirstThePassingOnOrTheHandOverTheAppealIsRaisedWholeOrRefusedInWords() {
        long officer = paired.leaderOf(OFFICER, "230200");
        long self = paired.leaderOf("leader-230102", "230102");
        for (int round = 0; round < 20; round++) {
            asSystem(() -> pairing.assign(mine, holding(), officer, "行业对口"));
            AppealForm form = form();
            var gate = new CyclicBarrier(2);
            var passing = CompletableFuture.supplyAsync(() -> {
                meet(gate);
                return as(OFFICER, () -> appeals.raise(mine, form));
            });
            var handing = CompletableFuture.supplyAsync(() -> {
                meet(gate);
                return asSystem(() -> pairing.assign(mine, holding(), self, "交回"));
            });
            assertThat(handing.join()).isEqualTo(new Outcome.Done(1));
            try {
                raisedWhole(((org.diaodu.server.steps.Outcome.Done) passing.join()).number());
            } catch (CompletionException refused) {
                assertThat(refused.getCause()).isInstanceOf(HandedOn.class);
                assertThat(asSystem(() -> jdbc.sql("select count(*) from appeal where form_key = :key")
                                .param("key", form.key())
                                .query(Long.class)
                                .single()))
                        .isZero();
            }
        }
    }

    @Test
    void aHandOverWaitsUntilTheAppealIsRaisedAndTheNewLeaderSeesIt() {
        asSystem(() -> pairing.assign(mine, holding(), paired.leaderOf(OFFICER, "230200"), "行业对口"));
        long self = paired.leaderOf("leader-230102", "230102");
        List<CompletableFuture<Outcome>> handing = new ArrayList<>();
        String number = inScopeOf(OFFICER, () -> {
            String raised = ((org.diaodu.server.steps.Outcome.Done) appeals.raise(mine, form())).number();
            handing.add(
                    CompletableFuture.supplyAsync(() -> asSystem(() -> pairing.assign(mine, holding(), self, "交回"))));
            someoneWaits();
            return raised;
        });
        assertThat(handing.getFirst().join()).isEqualTo(new Outcome.Done(1));
        raisedWhole(number);
        assertThat(visit(OFFICER).get("/appeals/" + number + "?raised=true").body())
                .contains("AP33", "已经送达承办单位和企业");
    }

    @Test
    void aPassingOnThatComesAfterTheHandOverIsRefusedWithWhatWasTyped() {
        long officer = paired.leaderOf(OFFICER, "230200");
        long self = paired.leaderOf("leader-230102", "230102");
        asSystem(() -> pairing.assign(mine, holding(), officer, "行业对口"));
        Visit leader = visit(OFFICER);
        assertThat(leader.get("/appeals/for/" + mine).statusCode()).isEqualTo(200);
        List<CompletableFuture<java.net.http.HttpResponse<String>>> passing = new ArrayList<>();
        asSystem(() -> {
            Outcome handed = pairing.assign(mine, holding(), self, "交回");
            passing.add(CompletableFuture.supplyAsync(() -> leader.post(
                    "/appeals/for/" + mine,
                    List.of(),
                    "key",
                    UUID.randomUUID().toString(),
                    "subject",
                    "MATERIALS",
                    "urgency",
                    "URGENT",
                    "words",
                    "辅料断供 <i>",
                    "contactName",
                    "王建国",
                    "contactPhone",
                    "13845678901")));
            someoneWaits();
            return handed;
        });
        var refused = passing.getFirst().join();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("AP32", "已不由您包联", "辅料断供 &lt;i&gt;", "王建国");
        assertThat(leader.get("/appeals/for/" + mine).body()).contains("AP32");
    }

    /** The clock runs, the enterprise has it, the new leader sees it and the one before does not. */
    private void raisedWhole(String number) {
        assertThat(as("leader-230102", () -> appeals.get(number)).due()).isNotNull();
        assertThat(as(clerk, () -> appeals.open(number)).timeline()).hasSize(1);
        assertThatThrownBy(() -> as(OFFICER, () -> appeals.get(number))).isInstanceOf(Problem.class);
    }

    /** Returns once a transaction of this database waits for the hand-over's lock. */
    private void someoneWaits() {
        Instant last = Instant.now().plusSeconds(30);
        while (jdbc.sql("select not exists (select from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single()) {
            assertThat(Instant.now()).isBefore(last);
        }
    }

    private static void meet(CyclicBarrier gate) {
        try {
            gate.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private Appeal raised(String user) {
        String number = number(user, form());
        return asSystem(() -> appeals.get(number));
    }

    private String number(String user, AppealForm form) {
        org.diaodu.server.steps.Outcome outcome = as(user, () -> appeals.raise(mine, form));
        if (outcome instanceof org.diaodu.server.steps.Outcome.Done(String number)) return number;
        throw new AssertionError("not raised: " + outcome);
    }

    private void step(String user, String number, Step step) {
        StepForm form = say(number);
        assertThat(as(user, () -> steps.step(number, step, form)))
                .isInstanceOf(org.diaodu.server.steps.Outcome.Done.class);
    }

    private StepForm say(String number) {
        int version = asSystem(() -> appeals.get(number)).version();
        return new StepForm(version, UUID.randomUUID().toString(), "说明", "", "");
    }

    private static AppealForm form() {
        return new AppealForm(
                "MATERIALS",
                "ORDINARY",
                "上游断供，走访时企业反映。",
                "王建国",
                "13845678901",
                UUID.randomUUID().toString());
    }

    private long holding() {
        return asSystem(() -> enterprises.holding(mine)).orElseThrow().id();
    }

    private <T> T as(String user, Supplier<T> work) {
        return province.as(user, work);
    }
}
