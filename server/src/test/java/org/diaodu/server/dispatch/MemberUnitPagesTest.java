package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.pages.Explained;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A member unit is added, renamed, and closed once all it holds was handed over. */
class MemberUnitPagesTest extends PlatformTest {

    @Autowired
    FallingProvince falling;

    @Autowired
    CaseOpening opening;

    @Autowired
    Cases cases;

    @Autowired
    PlanSteps plan;

    @Autowired
    MemberUnits members;

    @Test
    void aUnitThatHoldsSomethingIsNotClosedUntilAllIsHandedOverInOneGo() {
        Visit dispatcher = visit("dispatcher-230000");
        added(dispatcher, "OLD-1", "旧单位一<b>");
        added(dispatcher, "NEW-1", "新单位一");
        DispatchCase one = opened("OLD-1");
        province.as(
                "dispatcher-230000",
                () -> plan.add(
                        one.number(),
                        one.version(),
                        new MeasureForm("协调用电", "OLD-1", List.of("GX-230000"), "2099-05-31", "")));
        String page = dispatcher.get("/dispatch/units/OLD-1").body();
        assertThat(page).contains("旧单位一&lt;b", "尚未办完：1 张调度单、1 项措施。", "全部移交（共 2 项）", one.number(), "协调用电");
        var refused = dispatcher.post("/dispatch/units/OLD-1", "name", "旧单位一", "closed", "true", "version", "0");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("请先移交");
        assertThat(handOver(dispatcher, "1-1-0-0", "").body()).contains("移交须写明理由");
        assertThat(handOver(dispatcher, "1-1-0-0", "长".repeat(1_000)).body()).contains("DC34", "共 1000 个字");
        assertThat(handOver(dispatcher, "0-1-0-0", "机构改革").body()).contains("DC32", "现为 1 张调度单、1 项措施", "机构改革");
        assertThat(handOver(dispatcher, "1-1-0-0", "机构改革").statusCode()).isEqualTo(302);
        assertThat(handOver(dispatcher, "1-1-0-0", "机构改革").statusCode()).isEqualTo(409);
        DispatchCase after = asSystem(() -> cases.get(one.number()));
        assertThat(after.leadUnit()).isEqualTo("NEW-1");
        assertThat(after.units()).containsExactly("GX-230000", "NEW-1");
        assertThat(asSystem(() -> cases.measures(after)).getFirst().ownerUnit()).isEqualTo("NEW-1");
        assertThat(dispatcher.get("/dispatch/cases/" + one.number()).body()).contains("移交", "旧单位一&lt;b", "→ 新单位一：机构改革");
        assertThat(dispatcher
                        .post("/dispatch/units/OLD-1", "name", "旧单位一", "closed", "true", "version", "0")
                        .statusCode())
                .isEqualTo(302);
        assertThat(members.find("OLD-1").orElseThrow().closed()).isTrue();
    }

    @Test
    void whatACityCannotSeeStillKeepsItsUnitOpen() {
        Visit dispatcher = visit("dispatcher-230000");
        dispatcher.post("/dispatch/units", "code", "CITY-1", "name", "市属单位一", "region", "230200");
        opened("CITY-1");
        Visit city = visit("dispatcher-230200");
        assertThat(city.get("/dispatch/units/CITY-1").body()).contains("另有 1 项在您的范围之外");
        assertThat(city.post("/dispatch/units/CITY-1", "name", "市属单位一", "closed", "true", "version", "0")
                        .statusCode())
                .isEqualTo(409);
        assertThat(visit("dispatcher-230100").get("/dispatch/units/CITY-1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theSecondOfTwoWhoRenameIsTold() {
        Visit dispatcher = visit("dispatcher-230000");
        added(dispatcher, "TWO-1", "改名单位");
        assertThat(dispatcher
                        .post("/dispatch/units/TWO-1", "name", "改名单位甲", "version", "0")
                        .statusCode())
                .isEqualTo(302);
        var second = dispatcher.post("/dispatch/units/TWO-1", "name", "改名单位乙", "version", "0");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("改名单位甲", "改名单位乙");
    }

    @Test
    void aUnitIsNotClosedWhileACaseIsGivenToIt() {
        Visit dispatcher = visit("dispatcher-230000");
        added(dispatcher, "RACE-1", "竞争单位一");
        CompletableFuture<Integer> closing = asSystem(() -> {
            opened("RACE-1");
            return notBefore(() -> close(dispatcher, "RACE-1"));
        });
        assertThat(closing.join()).isEqualTo(409);
        assertThat(members.find("RACE-1").orElseThrow().closed()).isFalse();
    }

    @Test
    void aCaseIsNotGivenToAUnitThatIsJustBeingClosed() {
        added(visit("dispatcher-230000"), "RACE-2", "竞争单位二");
        CompletableFuture<DispatchCase> opening = asSystem(() -> {
            jdbc.sql("update member_unit set closed = true where code = 'RACE-2'")
                    .update();
            return notBefore(() -> opened("RACE-2"));
        });
        assertThatThrownBy(opening::join).cause().isInstanceOfSatisfying(Explained.class, told -> {
            assertThat(told.explanation().status()).isEqualTo(409);
            assertThat(told.explanation().zh()).contains("刚刚撤销", "没有写入");
        });
    }

    /** Begun beside the transaction of the caller, which it has to wait for. */
    private static <T> CompletableFuture<T> notBefore(Supplier<T> work) {
        CompletableFuture<T> begun = CompletableFuture.supplyAsync(work);
        assertThatThrownBy(() -> begun.get(700, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        return begun;
    }

    private static int close(Visit dispatcher, String code) {
        return dispatcher
                .post("/dispatch/units/" + code, "name", "竞争单位一", "closed", "true", "version", "0")
                .statusCode();
    }

    @Test
    void badInputIsToldWithWhatToTry() {
        Visit dispatcher = visit("dispatcher-230000");
        assertThat(dispatcher
                        .post("/dispatch/units", "code", "小写", "name", "x", "region", "230000")
                        .body())
                .contains("编号应为 2 到 24 个大写字母", "小写");
        added(dispatcher, "DUP-1", "重名单位");
        assertThat(dispatcher
                        .post("/dispatch/units", "code", "DUP-2", "name", "重名单位", "region", "230000")
                        .body())
                .contains("已有这个名称");
        assertThat(dispatcher
                        .post("/dispatch/units", "code", "DUP-1", "name", "别的", "region", "230000")
                        .body())
                .contains("已有这个编号");
        assertThat(visit("dispatcher-230100")
                        .post("/dispatch/units", "code", "UP-1", "name", "越级单位", "region", "230000")
                        .statusCode())
                .isEqualTo(403);
        assertThat(dispatcher.get("/dispatch/units/GX-230000").body()).contains("officer-230000");
    }

    private static java.net.http.HttpResponse<String> handOver(Visit visit, String mark, String reason) {
        return visit.post("/dispatch/units/OLD-1/hand-over", "to", "NEW-1", "mark", mark, "reason", reason);
    }

    private static void added(Visit visit, String code, String name) {
        assertThat(visit.post("/dispatch/units", "code", code, "name", name, "region", "230000")
                        .statusCode())
                .isEqualTo(302);
    }

    /** A case of a county of the first city. */
    private DispatchCase opened(String lead) {
        FallingProvince.Made made = falling.make(9);
        province.as(
                "dispatcher-230000",
                () -> opening.open(made.period(), List.of(made.ids().getFirst()), lead));
        return asSystem(() -> cases.ofEnterprise(made.ids().getFirst()).getFirst());
    }
}
