package org.diaodu.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The task force meets: an agenda from red items, minutes, and decisions that become measures when the chair closes. */
class MeetingsTest extends PlatformTest {

    private static final String[] FORM = {
        "title",
        "四月调度会<b>",
        "day",
        "2022-04-26",
        "begins",
        "09:00",
        "place",
        "省政府二会议室",
        "chair",
        "leader-230000",
        "units",
        "JT-230000",
        "units",
        "GX-230000",
        "people",
        "各成员单位分管负责人"
    };

    @Autowired
    FallingProvince falling;

    @Autowired
    CaseOpening opening;

    @Autowired
    Cases cases;

    @Test
    void whatTheChairClosesBecomesAMeasureOnTheCasesTimeline() {
        DispatchCase one = opened();
        Visit dispatcher = visit("dispatcher-230000");
        String path = prepared(dispatcher);
        assertThat(dispatcher.get(path).body()).contains("四月调度会&lt;b", "红灯调度单", "CASE-" + one.id());
        ok(dispatcher.post(path + "/agenda", "version", "0", "item", "CASE-" + one.id(), "title", "学习文件"));
        long item = item(path, one);
        Visit chair = visit("leader-230000");
        assertThat(chair.post(path + "/steps", "version", "1", "verb", "CLOSE").body())
                .contains("DM01", "会议正在准备，不能“结束”；现在可以：修改议程、开会、取消");
        ok(chair.post(path + "/steps", "version", "1", "verb", "HOLD"));
        ok(dispatcher.post(
                path + "/items/" + item, "version", "2", "title", "示例议题", "minutes", "企业反映原料不足。", "action", "write"));
        ok(dispatcher.post(
                path + "/items/" + item + "/decisions",
                "version",
                "3",
                "words",
                "协调铁路增加车皮",
                "ownerUnit",
                "JT-230000",
                "due",
                "2099-05-31",
                "kind",
                "TRANSPORT"));
        assertThat(asSystem(() -> cases.measures(one))).isEmpty();
        ok(chair.post(path + "/steps", "version", "4", "verb", "CLOSE"));
        List<Measure> measures = asSystem(() -> cases.measures(one));
        assertThat(measures).hasSize(1);
        assertThat(measures.getFirst().kind()).isEqualTo(MeasureKind.TRANSPORT);
        assertThat(measures.getFirst().state()).isEqualTo(MeasureState.PLANNED);
        assertThat(dispatcher.get("/dispatch/cases/" + one.number()).body())
                .contains("会议决定", "“四月调度会&lt;b", "主持：leader-230000");
        assertThat(dispatcher.get(path).body()).contains("已成为措施", "企业反映原料不足").doesNotContain("写纪要</summary>");
        assertThat(chair.post(path + "/steps", "version", "5", "verb", "CLOSE").statusCode())
                .isEqualTo(409);
        assertThat(asSystem(() -> cases.measures(one))).hasSize(1);
        assertThat(count("select count(*) from audit_entry where action = 'meeting.close'"))
                .isPositive();
    }

    @Test
    void aDecisionOnACaseThatIsSignedOffClosesNothing() {
        DispatchCase one = opened();
        Visit dispatcher = visit("dispatcher-230000");
        String path = prepared(dispatcher);
        ok(dispatcher.post(path + "/agenda", "version", "0", "item", "CASE-" + one.id()));
        long item = item(path, one);
        Visit chair = visit("leader-230000");
        ok(chair.post(path + "/steps", "version", "1", "verb", "HOLD"));
        ok(dispatcher.post(
                path + "/items/" + item + "/decisions",
                "version",
                "2",
                "words",
                "再议",
                "ownerUnit",
                "JT-230000",
                "due",
                "2099-05-31"));
        asSystem(() -> jdbc.sql("update dispatch_case set state = 'SIGNED_OFF' where id = :id")
                .param("id", one.id())
                .update());
        var refused = chair.post(path + "/steps", "version", "3", "verb", "CLOSE");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("DC14", "已销号", "记录中");
    }

    @Test
    void onlyTheChairHoldsAndOnlyTheDispatcherPrepares() {
        Visit dispatcher = visit("dispatcher-230000");
        String path = prepared(dispatcher);
        ok(dispatcher.post(path + "/agenda", "version", "0", "title", "学习文件"));
        assertThat(dispatcher
                        .post(path + "/steps", "version", "1", "verb", "HOLD")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visit("officer-230000").get(path).body()).contains("学习文件").doesNotContain("加入议程</button>");
        assertThat(visit("officer-230000")
                        .post(path + "/agenda", "version", "1", "title", "加塞")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visit("officer-230100").get(path).statusCode()).isEqualTo(404);
        assertThat(visit("dispatcher-230100").get(path).statusCode()).isEqualTo(404);
        assertThat(dispatcher
                        .post("/dispatch/meetings", changed("chair", "dispatcher-230000"))
                        .body())
                .contains("不是准备会议的人");
    }

    @Test
    void ofTwoWhoEditTheSameTheSecondIsToldAndKeepsWhatWasTyped() {
        Visit dispatcher = visit("dispatcher-230000");
        String path = prepared(dispatcher);
        ok(dispatcher.post(path + "/agenda", "version", "0", "title", "第一项"));
        var second = dispatcher.post(path + "/agenda", "version", "0", "title", "第二项");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("有人改动了", "第二项", "第一项");
    }

    @Test
    void theAgendaIsReorderedAndItemsAreTakenOff() {
        Visit dispatcher = visit("dispatcher-230000");
        String path = prepared(dispatcher);
        ok(dispatcher.post(path + "/agenda", "version", "0", "title", "甲项"));
        ok(dispatcher.post(path + "/agenda", "version", "1", "title", "乙项"));
        long second = asSystem(() ->
                jdbc.sql("select max(id) from meeting_item").query(Long.class).single());
        ok(dispatcher.post(path + "/items/" + second, "version", "2", "action", "up"));
        String page = dispatcher.get(path).body();
        assertThat(page.indexOf("<h3>乙项")).isPositive().isLessThan(page.indexOf("<h3>甲项"));
        ok(dispatcher.post(path + "/items/" + second, "version", "3", "action", "remove"));
        assertThat(dispatcher.get(path).body()).doesNotContain("<h3>乙项");
    }

    @Test
    void badInputIsToldWithItsField() {
        Visit dispatcher = visit("dispatcher-230000");
        assertThat(dispatcher.post("/dispatch/meetings", changed("day", "明天")).body())
                .contains("请填写日期", "四月调度会");
        assertThat(dispatcher
                        .post("/dispatch/meetings", changed("title", "长".repeat(121)))
                        .body())
                .contains("1 到 120 个字");
        assertThat(dispatcher.get("/dispatch/meetings?q=%25&state=NONE").body()).contains("没有会议");
        String path = prepared(dispatcher);
        assertThat(dispatcher
                        .post(path + "/steps", "version", "0", "verb", "CANCEL")
                        .body())
                .contains("取消会议须写明理由");
        assertThat(dispatcher
                        .post(path + "/steps", "version", "0", "verb", "DANCE")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String[] changed(String field, String value) {
        String[] form = FORM.clone();
        for (int i = 0; i < form.length; i += 2) if (form[i].equals(field)) form[i + 1] = value;
        return form;
    }

    private String prepared(Visit dispatcher) {
        HttpResponse<String> made = dispatcher.post("/dispatch/meetings", FORM);
        ok(made);
        return made.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private long item(String path, DispatchCase one) {
        return asSystem(() -> jdbc.sql("select id from meeting_item where meeting_id = :meeting and case_id = :case")
                .param("meeting", Long.valueOf(path.substring(path.lastIndexOf('/') + 1)))
                .param("case", one.id())
                .query(Long.class)
                .single());
    }

    private long count(String sql) {
        return asSystem(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private DispatchCase opened() {
        FallingProvince.Made made = falling.make(9);
        province.as(
                "dispatcher-230000",
                () -> opening.open(made.period(), List.of(made.ids().getFirst()), "GX-230000"));
        return asSystem(() -> cases.ofEnterprise(made.ids().getFirst()).getFirst());
    }
}
