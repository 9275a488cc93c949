package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;

/** A meeting of the task force speaks of appeals that are overdue, and what it decides stands in their timelines. */
class AppealMeetingTest extends AppealDesk {

    private static final String LEADER = "leader-230102";

    @Test
    void whatIsDecidedAboutAnOverdueAppealIsInItsTimelineAndTheUnitNamedHelps() {
        String number = old("2022-04-11T10:00");
        String fresh = raised();
        Visit dispatcher = visit(DISPATCHER);
        String path = prepared(dispatcher);
        assertThat(dispatcher.get(path).body())
                .contains("APPEAL-" + number, "核实应于 2022-04-12 17:30 前完成，已超期")
                .doesNotContain("APPEAL-" + fresh);
        ok(dispatcher.post(path + "/agenda", "version", "0", "item", "APPEAL-" + number));
        assertThat(dispatcher.get(path).body()).contains("<h3>示例企业9102：很久以前").doesNotContain("APPEAL-" + number);
        Visit chair = visit(LEADER);
        ok(chair.post(path + "/steps", "version", "1", "verb", "HOLD"));
        ok(decided(dispatcher, path, "2", "约谈供应商<b>"));
        assertThat(kinds(number)).containsExactly("RAISED");
        assertThat(dispatcher.get(path).body()).contains("会议结束时记入诉求办理过程");
        ok(chair.post(path + "/steps", "version", "3", "verb", "CLOSE"));
        assertThat(kinds(number)).containsExactly("RAISED", "MEETING");
        assertThat(find(number).helpers()).containsExactly("JT-230102");
        assertThat(visit(OFFICER).get("/appeals/" + number).body())
                .contains("专班会议决定", "“诉求调度会”", "决定：约谈供应商&lt;b", "2099-05-31 前");
        assertThat(visit(CLERK).get("/appeals/" + number).body())
                .contains("专班会议研究了您的诉求")
                .doesNotContain("约谈供应商");
        assertThat(dispatcher.get(path).body()).contains("已记入诉求办理过程</a>", "href=\"/appeals/" + number);
        assertThat(chair.post(path + "/steps", "version", "4", "verb", "CLOSE").statusCode())
                .isEqualTo(409);
        assertThat(kinds(number)).containsExactly("RAISED", "MEETING");
        assertThat(count(
                        "select count(*) from audit_entry where action = 'appeal.meeting' and subject_id = :n", number))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from notice where topic = 'appeal' and href = '/appeals/' || :n and title like '%专班会议有决定'",
                        number))
                .as("the officers of the unit that has it and of the one that helps")
                .isPositive();
    }

    @Test
    void anAppealThatIsOverTakesNoDecisionAndTheMeetingStaysOpen() {
        String number = old("2022-04-11T10:00");
        Visit dispatcher = visit(DISPATCHER);
        String path = prepared(dispatcher);
        ok(dispatcher.post(path + "/agenda", "version", "0", "item", "APPEAL-" + number));
        Visit chair = visit(LEADER);
        ok(chair.post(path + "/steps", "version", "1", "verb", "HOLD"));
        ok(decided(dispatcher, path, "2", "约谈"));
        done(CLERK, number, Step.WITHDRAWN, "已经解决");
        HttpResponse<String> refused = chair.post(path + "/steps", "version", "3", "verb", "CLOSE");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("AP19", number, "记录中");
        assertThat(kinds(number)).containsExactly("RAISED", "WITHDRAWN");
    }

    private HttpResponse<String> decided(Visit dispatcher, String path, String version, String words) {
        long item = asSystem(() -> jdbc.sql("select max(id) from meeting_item where meeting_id = :meeting")
                .param("meeting", Long.valueOf(path.substring(path.lastIndexOf('/') + 1)))
                .query(Long.class)
                .single());
        return dispatcher.post(
                path + "/items/" + item + "/decisions",
                "version",
                version,
                "words",
                words,
                "ownerUnit",
                "JT-230102",
                "due",
                "2099-05-31");
    }

    private static String prepared(Visit dispatcher) {
        HttpResponse<String> made = dispatcher.post(
                "/dispatch/meetings",
                "title",
                "诉求调度会",
                "day",
                "2022-04-26",
                "begins",
                "09:00",
                "place",
                "区政府会议室",
                "chair",
                LEADER,
                "people",
                "各单位");
        ok(made);
        return made.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
}
