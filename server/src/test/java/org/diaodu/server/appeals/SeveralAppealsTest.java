package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several appeals at once: the preview says of each what will happen or why not, and one holds up none of the others. */
class SeveralAppealsTest extends AppealDesk {

    @Autowired
    SeveralAppeals several;

    @Test
    void thoseWhoseTurnItIsAreRemindedTheOthersToldWhyNotAndASecondClickDoesNothing() {
        String mine = raised();
        String asked = raised();
        done(OFFICER, asked, Step.TAKEN, "");
        done(OFFICER, asked, Step.ASKED, "请补充<b>");
        String over = raised();
        done(CLERK, over, Step.WITHDRAWN, "已解决");
        Visit dispatcher = visit(DISPATCHER);
        assertThat(dispatcher.get("/appeals?q=" + mine).body()).contains("催办选中的", "value=\"" + mine + "\"");
        String page = dispatcher
                .post(
                        "/appeals/several/preview",
                        "instruction",
                        "REMIND",
                        "number",
                        mine,
                        "number",
                        asked,
                        "number",
                        over,
                        "number",
                        "S1999-0001",
                        "back",
                        "/appeals?state=OPEN")
                .body();
        assertThat(page).contains("将办 1 件，2 件不办", "AP25", "停表中", "AP19", "确认催办 1 件");
        assertThat(kinds(mine)).as("nothing is written yet").containsExactly("RAISED");
        String[] form = {
            "instruction",
            "REMIND",
            "line",
            mine + "@" + find(mine).version(),
            "words",
            "请今天核实",
            "key",
            hidden(page, "key"),
            "back",
            "/appeals?state=OPEN"
        };
        assertThat(dispatcher
                        .post("/appeals/several", form)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/appeals?state=OPEN");
        assertThat(dispatcher.get("/appeals?state=OPEN").body()).contains("催办：已办 1 件，没有办 0 件");
        dispatcher.post("/appeals/several", form);
        assertThat(kinds(mine)).containsExactly("RAISED", "REMINDED");
        assertThat(count("select count(*) from notice where href = '/appeals/' || :n and title like '%催办，请抓紧办理'", mine))
                .as("the unit's officer hears it once")
                .isEqualTo(1);
        assertThat(visit(OFFICER).get("/appeals/" + mine).body()).contains("请今天核实");
        assertThat(visit(CLERK).get("/appeals/" + mine).body())
                .contains("专班已催办")
                .doesNotContain("请今天核实");
        assertThat(dispatcher
                        .post("/appeals/several/preview", "instruction", "REMIND", "number", mine)
                        .body())
                .contains("AP26", "今天已经催办过", "选中的诉求都不能这样办");
    }

    @Test
    void givenToAnotherUnitTheClockRunsOnAndADisputeIsSettledByTheSame() {
        String taken = raised();
        done(OFFICER, taken, Step.TAKEN, "");
        String disputed = raised();
        done(OFFICER, disputed, Step.DISPUTED, "是运输问题");
        var due = find(taken).due();
        List<SeveralAppeals.Line> lines =
                as(DISPATCHER, () -> several.preview(Instruction.GIVE, List.of(taken, disputed), "JT-230102"));
        assertThat(lines).extracting(SeveralAppeals.Line::goes).containsExactly(true, true);
        assertThat(lines).extracting(SeveralAppeals.Line::settles).containsExactly(false, true);
        var form = new StepForm(0, "k-" + taken, "归口交通", "JT-230102", "");
        Map<String, Integer> versions = new LinkedHashMap<>();
        versions.put(taken, find(taken).version());
        versions.put(disputed, find(disputed).version());
        assertThat(as(DISPATCHER, () -> several.give(Instruction.GIVE, versions, form)))
                .extracting(SeveralAppeals.Done::against)
                .containsOnlyNulls();
        assertThat(find(taken).unit()).isEqualTo("JT-230102");
        assertThat(find(taken).due()).as("the enterprise waits no longer").isEqualTo(due);
        assertThat(find(taken).state()).isEqualTo("taken");
        assertThat(kinds(taken)).containsExactly("RAISED", "TAKEN", "GIVEN");
        assertThat(kinds(disputed)).containsExactly("RAISED", "DISPUTED", "REROUTED");
        assertThat(visit(OFFICER).get("/appeals/" + taken).statusCode()).isEqualTo(404);
        List<SeveralAppeals.Line> again =
                as(DISPATCHER, () -> several.preview(Instruction.GIVE, List.of(taken, disputed), "JT-230200"));
        assertThat(again)
                .as("a unit of another city")
                .allSatisfy(line -> assertThat(line.against())
                        .isNotNull()
                        .matches(said -> said.code().equals("AP28")));
    }

    @Test
    void whatSomebodyWorkedOnSinceThePreviewIsToldAndHoldsUpNoOther() {
        String still = raised();
        String worked = raised();
        Map<String, Integer> seen = new LinkedHashMap<>();
        seen.put(worked, find(worked).version());
        seen.put(still, find(still).version());
        done(OFFICER, worked, Step.TAKEN, "");
        var form = new StepForm(0, UUID.randomUUID().toString(), "", "", "");
        List<SeveralAppeals.Done> done = as(DISPATCHER, () -> several.give(Instruction.SUPERVISE, seen, form));
        assertThat(done.getFirst().against())
                .isNotNull()
                .matches(said -> said.code().equals("AP29"));
        assertThat(done.getLast().against()).isNull();
        assertThat(kinds(worked)).containsExactly("RAISED", "TAKEN");
        assertThat(kinds(still)).containsExactly("RAISED", "SUPERVISED");
    }

    @Test
    void ofManyDesksThatRemindAtOnceOneDoes() throws Exception {
        String number = raised();
        int version = find(number).version();
        List<Callable<List<SeveralAppeals.Done>>> desks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var form = new StepForm(0, "desk-" + i, "", "", "");
            desks.add(() -> as(DISPATCHER, () -> several.give(Instruction.REMIND, Map.of(number, version), form)));
        }
        int done = 0;
        try (var pool = Executors.newFixedThreadPool(desks.size())) {
            for (var desk : pool.invokeAll(desks)) if (desk.get().getFirst().against() == null) done++;
        }
        assertThat(done).isEqualTo(1);
        assertThat(kinds(number)).containsExactly("RAISED", "REMINDED");
    }

    @Test
    void onlyThoseInChargeInstructAndOnlyWithinTheirLevel() {
        String county = raised();
        assertThat(visit(OFFICER)
                        .post("/appeals/several/preview", "instruction", "REMIND", "number", county)
                        .statusCode())
                .isEqualTo(403);
        assertThat(visit(OFFICER).get("/appeals").body()).doesNotContain("催办选中的");
        done(OFFICER, county, Step.TAKEN, "");
        done(OFFICER, county, Step.RESOLVED, "好了");
        done(CLERK, county, Step.REOPENED, "没有好");
        assertThat(as(DISPATCHER, () -> several.preview(Instruction.REMIND, List.of(county), ""))
                        .getFirst()
                        .against())
                .as("the city has it now")
                .isNotNull()
                .matches(said -> said.code().equals("AP21"));
        assertThat(as("dispatcher-230200", () -> several.preview(Instruction.REMIND, List.of(county), "")))
                .as("another city does not see it")
                .isEmpty();
    }

    @Test
    void badInputIsToldWithWhatToTry() {
        Visit dispatcher = visit(DISPATCHER);
        String number = raised();
        assertThat(dispatcher
                        .post("/appeals/several/preview", "instruction", "DANCE", "number", number)
                        .body())
                .contains("AP33", "DANCE");
        assertThat(dispatcher
                        .post("/appeals/several", "instruction", "REMIND", "line", "x@y")
                        .body())
                .contains("AP32");
        assertThat(dispatcher
                        .post("/appeals/several/preview", "instruction", "REMIND")
                        .body())
                .contains("没有选中诉求");
        String line = number + "@" + find(number).version();
        var blank = dispatcher.post(
                "/appeals/several", "instruction", "GIVE", "line", line, "unit", "JT-230102", "words", " ");
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("确认转办 1 件");
        var endless =
                dispatcher.post("/appeals/several", "instruction", "REMIND", "line", line, "words", "字".repeat(4_001));
        assertThat(endless.statusCode()).isEqualTo(422);
        assertThat(dispatcher
                        .post("/appeals/several", "instruction", "REMIND", "back", "//evil.example")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/appeals");
        assertThat(kinds(number)).containsExactly("RAISED");
    }

    private static String hidden(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
