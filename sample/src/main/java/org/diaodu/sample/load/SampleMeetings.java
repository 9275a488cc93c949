package org.diaodu.sample.load;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.diaodu.server.dispatch.MeasureForm;
import org.diaodu.server.dispatch.MeasureKind;
import org.diaodu.server.dispatch.MeetingForm;
import org.diaodu.server.dispatch.MeetingLoading;
import org.diaodu.server.dispatch.PastMeeting;
import org.diaodu.server.steps.Signature;
import org.springframework.stereotype.Component;

/** Two meetings of the province's task force: one closed with its decisions, one being prepared for the next day. */
@Component
class SampleMeetings {

    private static final String PROVINCE = "230000";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> UNITS = List.of("SGX", "SFG", "SJT", "STL", "SJR", "SDL");

    private final MeetingLoading meetings;

    SampleMeetings(MeetingLoading meetings) {
        this.meetings = meetings;
    }

    /** Loads the meetings and gives how many decisions became measures. */
    int load() {
        var held = new MeetingForm(
                "工业稳增长调度会（第八次）", "2022-04-22", "15:00", "省政府四楼会议室", "governor", UNITS, "各成员单位分管负责人，哈尔滨、大庆、齐齐哈尔三市视频参加");
        var next = new MeetingForm("工业稳增长调度会（第九次）", "2022-04-26", "09:00", "省政府四楼会议室", "governor", UNITS, "各成员单位分管负责人");
        int decided = meetings.load(new PastMeeting(
                PROVINCE,
                held,
                "省领导（示例）",
                dispatcher("2022-04-21T16:00"),
                new Signature("governor", "省领导（示例）", "黑龙江省", at("2022-04-22T17:10")),
                12,
                0,
                List.of("学习全国工业运行调度电视电话会议精神"),
                decisions()));
        meetings.load(new PastMeeting(
                PROVINCE,
                next,
                "省领导（示例）",
                dispatcher("2022-04-24T10:20"),
                null,
                6,
                2,
                List.of("研究二季度重点企业包联安排"),
                List.of()));
        return decided;
    }

    private static List<PastMeeting.Decided> decisions() {
        return List.of(
                decided(
                        "企业反映流动资金不足，订单能接不敢接。银行表示可以展期，需要政府性担保增信。",
                        "协调省融资担保公司为企业流动资金贷款提供担保",
                        "SJR",
                        "2022-05-10",
                        "担保函和放款凭证",
                        MeasureKind.FUNDS),
                decided(
                        "原料到货不足三成，跨省运输受阻。",
                        "纳入重点物资运输保障名单，安排专人协调跨省通行",
                        "SJT",
                        "2022-04-29",
                        "通行记录",
                        MeasureKind.TRANSPORT),
                decided("产成品积压，铁路请车兑现率低。", "五月车皮计划优先安排，每周通报兑现率", "STL", "2022-05-31", "请车兑现通报", MeasureKind.TRANSPORT),
                decided(
                        "检修备件未到，开车时间一再推迟。",
                        "成立专班驻企服务，五月十日前恢复一条生产线",
                        "SGX",
                        "2022-05-10",
                        "开车报告",
                        MeasureKind.TECHNOLOGY));
    }

    private static PastMeeting.Decided decided(
            String minutes, String words, String owner, String due, String expected, MeasureKind kind) {
        return new PastMeeting.Decided(minutes, new MeasureForm(words, owner, List.of(), due, expected, kind));
    }

    private static Signature dispatcher(String local) {
        return new Signature("dispatcher", "省工业专班（示例）", "黑龙江省", at(local));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}
