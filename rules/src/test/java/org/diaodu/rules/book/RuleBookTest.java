package org.diaodu.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.rules.model.RuleModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    private static RuleVersion version(String head, int limit) {
        String clause =
                "---\ntitle: 限额\nreference: 示例〔2020〕1号\ndecision: 结果\n" + head + "\n---\n正文\n\n## English\ntext\n";
        byte[] model = Dmn.xml(
                "UNIQUE", List.of("产值:number"), "string", "", ">= " + limit + "|\"上\"", "< " + limit + "|\"下\"");
        return RuleVersion.of("limit", model, clause, null);
    }

    private static RuleVersion first() {
        return version("""
                valid-from: 2020-01-01
                recorded-at: 2019-12-01T00:00:00Z
                valid-to: 2022-07-01
                valid-to-recorded-at: 2022-06-15T00:00:00Z""", 100);
    }

    private static RuleVersion second() {
        return version("valid-from: 2022-07-01\nrecorded-at: 2022-06-15T00:00:00Z", 200);
    }

    private static Object answer(RuleBook book, String valid, String known) {
        Object answer = book.replay(
                        "limit", LocalDate.parse(valid), Instant.parse(known), Map.of("产值", new BigDecimal(150)))
                .value();
        return Objects.requireNonNull(answer);
    }

    @Test
    void theOldVersionStillAnswersForOldDates() {
        RuleBook book = RuleBook.of(List.of(second(), first()));
        assertThat(answer(book, "2022-06-30", "2023-01-01T00:00:00Z")).isEqualTo("上");
        assertThat(answer(book, "2022-07-01", "2023-01-01T00:00:00Z")).isEqualTo("下");
        assertThat(book.rule("limit")
                        .asOf(LocalDate.parse("2025-01-01"))
                        .clause()
                        .validFrom())
                .isEqualTo("2022-07-01");
    }

    @Test
    void aReplayKnowsOnlyWhatWasKnownThen() {
        RuleBook book = RuleBook.of(List.of(first(), second()));
        assertThat(answer(book, "2022-08-01", "2022-06-01T00:00:00Z")).isEqualTo("上");
        assertThat(answer(book, "2022-08-01", "2022-06-15T00:00:00Z")).isEqualTo("下");
    }

    @Test
    void aDayNoVersionCoversIsSaid() {
        RuleBook book = RuleBook.of(List.of(first(), second()));
        assertThatThrownBy(() -> book.rule("limit").asOf(LocalDate.parse("2019-12-31")))
                .isInstanceOfSatisfying(RuleFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo("rules.no-version");
                    assertThat(fault.chinese()).contains("2019-12-31").contains("limit [2020-01-01..2022-07-01)");
                });
        assertThatThrownBy(() -> answer(book, "2021-01-01", "2019-01-01T00:00:00Z"))
                .isInstanceOfSatisfying(
                        RuleFault.class, fault -> assertThat(fault.code()).isEqualTo("rules.no-version"));
    }

    @Test
    void twoVersionsOnTheSameDayAreRefusedWithBothNamed() {
        RuleVersion open = version("valid-from: 2021-01-01\nrecorded-at: 2020-12-01T00:00:00Z", 300);
        assertThatThrownBy(() -> RuleBook.of(List.of(first(), open))).isInstanceOfSatisfying(RuleFault.class, fault -> {
            assertThat(fault.code()).isEqualTo("rules.versions-overlap");
            assertThat(fault.english()).contains("[2020-01-01..2022-07-01)").contains("[2021-01-01..)");
        });
    }

    @Test
    void aWithdrawnVersionMakesRoomForItsCorrection() {
        RuleVersion wrong = version(
                "valid-from: 2020-01-01\nrecorded-at: 2019-12-01T00:00:00Z\nwithdrawn-at: 2020-03-01T00:00:00Z", 100);
        RuleVersion right = version("valid-from: 2020-01-01\nrecorded-at: 2020-03-01T00:00:00Z", 200);
        RuleBook book = RuleBook.of(List.of(wrong, right));
        assertThat(answer(book, "2020-02-01", "2020-02-01T00:00:00Z")).isEqualTo("上");
        assertThat(answer(book, "2020-02-01", "2020-04-01T00:00:00Z")).isEqualTo("下");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "valid-from: 2022-13-01\nrecorded-at: 2022-01-01T00:00:00Z",
                "valid-form: 2022-01-01",
                "valid-from: 2022-01-01\nrecorded-at: 2022-01-01",
                "valid-from: 2022-01-01\nvalid-to: 2021-01-01\nrecorded-at: 2022-01-01T00:00:00Z",
                "recorded-at: 2022-01-01T00:00:00Z"
            })
    void aSlipInTheHeadIsSaidWithAdvice(String head) {
        assertThatThrownBy(() -> version(head, 1)).isInstanceOfSatisfying(RuleFault.class, fault -> {
            assertThat(fault.code()).isEqualTo("rules.clause");
            assertThat(fault.place().source()).isEqualTo("limit/clause.md");
            assertThat(fault.chinese()).contains("建议：");
            assertThat(fault.english()).contains("Maybe ");
        });
    }

    @Test
    void casesAreReadByTheDeclaredTypes() {
        byte[] model = Dmn.xml(
                "COLLECT",
                List.of("a:number", "b:boolean", "d:date", "t:days and time duration", "l:文字表"),
                "string",
                "<itemDefinition name=\"文字表\" isCollection=\"true\"><typeRef>string</typeRef></itemDefinition>",
                "-|-|-|-|-|\"甲\"",
                "> 5|-|-|-|-|\"乙\"");
        String csv = """
                case,a,b,d,t,l
                都有,7.50,是,2022年3月31日,P3DT2H,"x; ""y;z""\"
                都缺,,,,,
                """;
        CaseTable table =
                CaseTable.read("cases.csv", RuleModel.of("m.dmn", model), csv.getBytes(StandardCharsets.UTF_8));
        assertThat(table.faults()).isEmpty();
        assertThat(table.cases().getFirst().inputs())
                .containsEntry("a", new BigDecimal("7.50"))
                .containsEntry("b", true)
                .containsEntry("d", LocalDate.of(2022, 3, 31))
                .containsEntry("t", Duration.ofHours(74))
                .containsEntry("l", List.of("x", "y;z"));
        assertThat(table.cases().get(1).inputs()).containsKeys("a", "b").containsEntry("a", null);
    }

    @Test
    void aHeadingNobodyAskedForIsAnError() {
        CaseTable table = CaseTable.read(
                "cases.csv",
                Dmn.table("FIRST", List.of("产值:number"), "number", "-|1"),
                "case,产量,expect:结果\n甲,1,1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(table.sound()).isFalse();
        assertThat(table.faults().getFirst().zh()).contains("产量");
    }
}
