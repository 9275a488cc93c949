package org.diaodu.server.appeals.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AppealsCommandTest {
    private static final String PLAIN = """
            appeal,at,event
            A,2022-04-11 10:00,raised
            A,2022-04-11 15:00,taken
            B,2022-09-29T10:00+08:00,raised
            A,2022-04-12 10:00,asked
            A,2022-04-14 16:00,answered
            B,2022-09-30,taken
            A,2022-04-18 10:00,extended
            A,2022-05-10 10:00,resolved
            A,2022-05-11 10:00,unsatisfied
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String table, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), table);
        List<String> arguments = new ArrayList<>(List.of("clock", file.toString()));
        if (!List.of(more).contains("--lang")) arguments.addAll(List.of("--lang", "en"));
        arguments.addAll(List.of(more));
        return AppealsCommand.run(
                arguments.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsDuesPausesRemindersAndEscalationsAsJson() throws IOException {
        assertThat(run(PLAIN, "--format", "json", "--now", "2022-10-14T12:00"))
                .as(err())
                .isZero();
        JsonNode appeals = JsonMapper.builder().build().readTree(out()).get("appeals");
        JsonNode first = appeals.get(0);
        assertThat(first.get("state").asString()).isEqualTo("raised");
        JsonNode round = first.get("rounds").get(0);
        assertThat(round.get("state").asString()).isEqualTo("reopened");
        assertThat(round.get("pauses").get(0).get("workingDays").asInt()).isEqualTo(2);
        assertThat(round.get("dues").get(3).get("due").asString()).isEqualTo("resolve_extended");
        assertThat(round.get("dues").get(3).get("by").asString()).isEqualTo("2022-05-26T17:30:00");
        assertThat(round.get("dues").get(3).get("outcome").asString()).isEqualTo("in_time");
        assertThat(first.get("rounds").get(1).get("level").asString()).isEqualTo("prefecture");
        JsonNode other = appeals.get(1).get("rounds").get(0);
        assertThat(other.get("reminders").get(0).get("at").asString()).isEqualTo("2022-10-10T08:30:00");
        assertThat(other.get("escalations").toString())
                .isEqualTo("[{\"at\":\"2022-10-11T08:30:00\",\"measure\":\"supervision\",\"due\":\"reply\"},"
                        + "{\"at\":\"2022-10-14T08:30:00\",\"measure\":\"brief\",\"due\":\"reply\"}]");
        assertThat(appeals.get(1).get("next").asString()).isEqualTo("2022-10-26T08:30:00");
    }

    @Test
    void theSameAsCsvAndAsATable() throws IOException {
        assertThat(run(PLAIN, "--format", "csv", "--now", "2022-10-14T12:00")).isZero();
        assertThat(out())
                .contains("appeal,round,level,kind,record,name,from,at,ended,outcome,working_days")
                .contains("A,1,county,ordinary,pause,enterprise,2022-04-12T10:00:00,,2022-04-14T16:00:00,,2")
                .contains("B,1,county,ordinary,supervision,reply,,2022-10-11T08:30:00,,,");
        out.reset();
        assertThat(run(PLAIN, "--now", "2022-10-14", "--lang", "zh")).isZero();
        assertThat(out())
                .contains("A  第 1 轮  县级  一般  不满意，已提级重办")
                .contains("  停表  2022-04-12 10:00 — 2022-04-14 16:00  2 个工作日")
                .contains("  督办  2022-10-11 08:30  答复");
    }

    @Test
    void whatComesAfterNowHasNotHappenedYet() throws IOException {
        assertThat(run(PLAIN, "--now", "2022-04-13T12:00")).isZero();
        assertThat(out()).contains("A  round 1  county  ordinary  asked").doesNotContain("B");
    }

    @Test
    void aBadRowIsToldByLineValueAndWhatToTry() throws IOException {
        assertThat(run("""
                appeal,at,event,level
                A,2022-04-31 10:00,raised,county
                A,2022-04-11 10:00,rased,county
                A,2022-04-11 10:00,raised,village
                ,2022-04-11 10:00,raised,county
                """)).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err())
                .contains("[appeals.at] events.csv, row 2, column B \"at\"")
                .contains("\"2022-04-31 10:00\". Maybe write it as 2022-04-25 10:00")
                .contains("[appeals.event] events.csv, row 3, column C \"event\"")
                .contains("\"rased\". Maybe \"raised\" is meant")
                .contains("[appeals.level] events.csv, row 4")
                .contains("row 5");
    }

    @Test
    void anIllegalStepIsToldByLineWithThePossibleOnesAndTheRestIsStillRead() throws IOException {
        assertThat(run("""
                appeal,at,event
                A,2022-04-11 10:00,raised
                A,2022-04-11 11:00,closed
                B,2022-04-11 10:00,raised
                C,2022-04-11 10:00,taken
                """, "--now", "2022-04-11T12:00")).isEqualTo(1);
        assertThat(err())
                .contains("error [AP10] events.csv, row 3, appeal A, \"closed\"")
                .contains("Maybe taken, disputed, withdrawn: possible now")
                .contains("error [AP17] events.csv, row 5, appeal C, \"taken\"")
                .contains("Maybe raised");
        assertThat(out()).contains("A  round 1  county  ordinary  raised").contains("B  round 1");
    }

    @Test
    void aYearNotPublishedYetIsSaid() throws IOException {
        assertThat(run("appeal,at,event\nA,2026-12-30 10:00,raised\n", "--now", "2026-12-30T12:00"))
                .isZero();
        assertThat(err()).contains("appeals.calendar").contains("2026-12-31");
    }

    @Test
    void whatCannotBeRunSaysWhatToTry() throws IOException {
        assertThat(run(PLAIN, "--now", "tomorrow")).isEqualTo(2);
        assertThat(err()).contains("\"tomorrow\"").contains("Maybe write it as");
        err.reset();
        assertThat(run("appeal,at\nA,2022-04-11\n")).isEqualTo(2);
        assertThat(err()).contains("missing").contains("event");
        err.reset();
        assertThat(run("appeal,at,event\nA,2014-04-11 10:00,raised\n")).isEqualTo(2);
        assertThat(err()).contains("appeal A").contains("no version covers 2014-04-11");
        err.reset();
        assertThat(AppealsCommand.run(new String[0], new PrintStream(out), new PrintStream(err)))
                .isEqualTo(2);
        assertThat(err()).contains("clock");
    }
}
