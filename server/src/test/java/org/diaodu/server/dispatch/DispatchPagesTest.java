package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of dispatch over HTTP, without scripts. */
class DispatchPagesTest extends PlatformTest {

    @Autowired
    FallingProvince falling;

    @Autowired
    CaseOpening opening;

    @Autowired
    Cases cases;

    @Test
    void onMondayTheDispatcherSeesWhoFallsAndOpensCasesForTheOnesChosen() throws Exception {
        FallingProvince.Made made = falling.make(9);
        Thread.sleep(600);
        String period = made.period().iso();
        Visit dispatcher = visit("dispatcher-230000");
        String list = dispatcher.get("/dispatch?period=" + period).body();
        assertThat(list).contains("共 6 家：红灯 3，黄灯 3", "产值同比下降 30% 及以上", "name=\"enterprise\"");
        String filtered = dispatcher
                .get("/dispatch?period=" + period + "&light=red&region=230100&sort=name&order=desc")
                .body();
        assertThat(filtered).contains("共 2 家：红灯 2，黄灯 0");
        var first = made.ids().get(0).toString();
        var second = made.ids().get(1).toString();
        var grows = made.ids().get(8).toString();
        String preview = dispatcher
                .post(
                        "/dispatch/preview",
                        "period",
                        period,
                        "enterprise",
                        first,
                        "enterprise",
                        second,
                        "enterprise",
                        grows)
                .body();
        assertThat(preview).contains("将开 2 张调度单，0 家已有", "选中的有 1 家本期没有亮红灯或黄灯", "确认开 2 张调度单");
        var opened = dispatcher.post(
                "/dispatch/open", "period", period, "enterprise", first, "enterprise", second, "lead", "GX-230000");
        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(dispatcher.get("/dispatch/cases?period=" + period).body()).contains("新开 2 张调度单；0 家", "共 2 张");
        dispatcher.post(
                "/dispatch/open", "period", period, "enterprise", first, "enterprise", second, "lead", "GX-230000");
        assertThat(dispatcher.get("/dispatch/cases?period=" + period).body()).contains("新开 0 张调度单；2 家", "共 2 张");
        assertThat(dispatcher
                        .post("/dispatch/preview", "period", period, "points", "0")
                        .body())
                .contains("将开 4 张调度单，2 家已有");
        assertThat(dispatcher.get("/dispatch?period=" + period + "&case=true").body())
                .contains("共 2 家");
        assertThat(dispatcher
                        .get("/dispatch.csv?period=" + period + "&light=amber")
                        .body())
                .contains("示例减产企业", "产值同比下降 10% 及以上")
                .doesNotContain("30% 及以上");
        assertThat(dispatcher.get("/dispatch.xlsx?period=" + period).statusCode())
                .isEqualTo(200);
        assertThat(dispatcher
                        .post("/dispatch/preview", "period", period, "points", "many")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCaseIsWorkedOnByItsPeopleThroughItsPage() {
        String number = opened();
        String path = "/dispatch/cases/" + number;
        Visit officer = visit("officer-230000");
        assertThat(officer.get(path).body()).contains("待报方案", "添加措施", "开单时的数字").doesNotContain("/enterprises/");
        assertThat(officer.post(path + "/steps", "version", "0", "verb", "PROPOSE")
                        .body())
                .contains("DC02", "方案还没有措施");
        var faulty = officer.post(
                path + "/measures", "version", "0", "words", "协调天然气", "ownerUnit", "GX-230000", "due", "soon");
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("请填写完成期限", "协调天然气");
        assertThat(officer.post(
                                path + "/measures",
                                "version",
                                "0",
                                "words",
                                "协调天然气<b>",
                                "ownerUnit",
                                "GX-230000",
                                "helpers",
                                "JT-230000",
                                "due",
                                "2099-05-31")
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.get(path).body()).contains("协调天然气&lt;b", "配合：黑龙江省交通部门");
        assertThat(officer.post(path + "/steps", "version", "1", "verb", "PROPOSE")
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.post(path + "/steps", "version", "2", "verb", "AGREE")
                        .statusCode())
                .isEqualTo(403);
        Visit leader = visit("leader-230000");
        assertThat(leader.get(path).body()).contains("同意方案", "退回理由");
        assertThat(leader.post(path + "/steps", "version", "2", "verb", "AGREE").statusCode())
                .isEqualTo(302);
        var illegal = leader.post(path + "/steps", "version", "3", "verb", "SIGN_OFF");
        assertThat(illegal.statusCode()).isEqualTo(409);
        assertThat(illegal.body()).contains("不能“销号”", "现在可以：开始实施、调整方案", "DC01");
        assertThat(leader.get("/dispatch/board").body()).contains("黑龙江省工信部门");
        assertThat(leader.get("/dispatch/cases?state=AGREED&unit=JT-230000&late=true")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void ofTwoWhoEditTheSameTheSecondIsToldAndKeepsWhatWasTyped() {
        String number = opened();
        String path = "/dispatch/cases/" + number;
        Visit officer = visit("officer-230000");
        Visit dispatcher = visit("dispatcher-230000");
        officer.get(path);
        dispatcher.get(path);
        assertThat(officer.post(path + "/causes", "version", "0", "causes", "MARKET", "causeWords", "市场需求不足")
                        .statusCode())
                .isEqualTo(302);
        var second = dispatcher.post(path + "/causes", "version", "0", "causes", "FUNDS", "causeWords", "资金链紧张");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("有人改动了", "officer-230000", "市场需求不足", "资金链紧张");
    }

    @Test
    void aClerkSeesTheSharedMeasuresOfTheOwnEnterpriseOnly() {
        FallingProvince.Made made = falling.make(9);
        String clerk = province.clerk(made.ids().getFirst(), "230102");
        Visit visit = visit(clerk);
        assertThat(visit.get("/dispatch/mine").body()).contains("还没有向本企业公开的措施");
        assertThat(visit.get("/dispatch").statusCode()).isEqualTo(403);
    }

    @Test
    void theSecurityAdministratorMakesAnOfficerOfAMemberUnit() {
        Visit admin = visit("security-admin-230100");
        assertThat(admin.get("/admin/users/new").body()).contains("哈尔滨市工信部门").doesNotContain("黑龙江省工信部门");
        List<String> form = List.of("displayName", "经办", "unit", "230100", "roles", "OFFICER", "reason", "测试");
        assertThat(admin.post("/admin/users", with(form, "name", "officer-x1")).body())
                .contains("成员单位经办必须选择成员单位");
        assertThat(admin.post("/admin/users", with(form, "name", "officer-x2", "memberUnit", "GX-230000"))
                        .body())
                .contains("不在您的管理范围内");
        assertThat(admin.post("/admin/users", with(form, "name", "officer-x3", "memberUnit", "GX-230100"))
                        .statusCode())
                .isEqualTo(302);
    }

    private static String[] with(List<String> form, String... more) {
        var all = new java.util.ArrayList<>(form);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String opened() {
        FallingProvince.Made made = falling.make(9);
        province.as("dispatcher-230000", () -> opening.open(made.period(), made.ids(), "GX-230000"));
        return asSystem(
                () -> cases.ofEnterprise(made.ids().getFirst()).getFirst().number());
    }
}
