package org.diaodu.rules.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diaodu.rules.kit.KitReport.Level;
import org.diaodu.rules.kit.KitReport.Miss;
import org.diaodu.rules.model.Place;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.dmn.feel.lang.types.impl.ComparablePeriod;

class KitRunTest {

    private static final Path KIT = Path.of("src", "test", "resources", "kit");

    @Test
    void everyCaseOfAKitOfEveryTypeAndEveryKindOfInvocationPasses() {
        KitReport report = run("0001-*", Trial.ofNothing());

        assertThat(report.levels().stream().flatMap(level -> level.failed().stream()))
                .isEmpty();
        assertThat(report.levels())
                .containsExactly(
                        new Level(2, 14, 14, 19, 0, 0, 19, 0, 0, List.of()),
                        new Level(3, 5, 5, 5, 0, 0, 5, 0, 0, List.of()));
        assertThat(report.allPassed()).isTrue();
    }

    @Test
    void aCaseWithAWrongExpectationFailsAndSaysWhatCameInstead() {
        Level level = run("9999-*", Trial.ofNothing()).levels().getFirst();

        assertThat(level.cases()).isEqualTo(3);
        assertThat(level.passed()).isZero();
        assertThat(level.failed())
                .extracting(Miss::kitCase, Miss::node, Miss::expected, Miss::reference)
                .containsExactly(
                        tuple("half right", "Nothing", "0", "error"),
                        tuple("off by one", "Two", "3", "2"),
                        tuple("an error that does not come", "Two", "error", "2"));
        assertThat(level.failed().getFirst().why()).contains("1 / 0");
    }

    @Test
    void aCompiledAnswerThatIsWrongIsNotCoveredByTheReference() {
        Trial wrong = (model, kitCase, node) ->
                kitCase.id().equals("table") ? new Outcome.Answered("small") : notCompiled(model.source());

        Level level = run("0001-every-type", wrong).levels().getFirst();

        assertThat(level.passed()).isEqualTo(13);
        assertThat(level.compiled()).isOne();
        assertThat(level.compiledAgree()).isZero();
        assertThat(level.fellBack()).isEqualTo(18);
        assertThat(level.failed())
                .singleElement()
                .satisfies(miss -> assertThat(miss.compiled()).isEqualTo("\"small\""))
                .satisfies(miss -> assertThat(miss.reference()).isEqualTo("\"large\""));
    }

    @Test
    void anErrorOfTheCompiledTrialPassesOnlyWhereAnErrorIsExpected() {
        Trial failing = (model, kitCase, node) -> new Outcome.Failed("division by zero");

        Level level = run("0001-services*", failing).levels().getFirst();

        assertThat(level.passed()).isOne();
        assertThat(level.compiled()).isEqualTo(5);
        assertThat(level.compiledAgree()).isOne();
        assertThat(level.failed()).extracting(Miss::why).allMatch(why -> why.contains("division by zero"));
    }

    @Test
    void everyValueIsReadAsTheClassThatAnAnswerHas() {
        KitFile file = KitFile.under(KIT, "0001-every-type").getFirst();
        Map<String, KitCase> cases =
                file.cases(file.model()).stream().collect(Collectors.toMap(KitCase::id, each -> each));

        assertThat(input(cases, "number", "Amount")).isEqualTo(new BigDecimal("1"));
        assertThat(input(cases, "string", "Name")).isEqualTo("调度 & Co");
        assertThat(input(cases, "boolean", "Listed")).isEqualTo(false);
        assertThat(input(cases, "date", "Founded")).isEqualTo(LocalDate.of(2024, 2, 28));
        assertThat(input(cases, "time", "Shift")).isEqualTo(LocalTime.of(7, 30));
        assertThat(input(cases, "time with an offset", "Shift")).isEqualTo(OffsetTime.parse("07:30:00+08:00"));
        assertThat(input(cases, "date and time", "Filed")).isEqualTo(LocalDateTime.of(2026, 1, 31, 23, 30));
        assertThat(input(cases, "date and time with an offset", "Filed"))
                .isEqualTo(ZonedDateTime.parse("2026-01-31T23:30:00+08:00"));
        assertThat(input(cases, "duration", "Delay")).isEqualTo(Duration.ofHours(36));
        assertThat(input(cases, "duration", "Term")).isEqualTo(ComparablePeriod.parse("P1Y6M"));
        assertThat(input(cases, "list", "Amounts")).isEqualTo(List.of(new BigDecimal("1"), new BigDecimal("2.5")));
        assertThat(input(cases, "components", "Site"))
                .isEqualTo(Map.of("town", "浏阳", "opened", LocalDate.of(2020, 5, 1)));
        assertThat(input(cases, "untyped", "Site")).isEqualTo(Map.of("town", "浏阳", "opened", LocalDate.of(2020, 5, 1)));
        assertThat(input(cases, "nil", "Anything")).isNull();
    }

    @Test
    void theCasesOfAModelThatCannotBeReadFailWithTheReason(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("gone-test-01.xml"), """
                <testCases><modelName>gone.dmn</modelName><testCase id="1">
                  <resultNode name="x"><expected><value>1</value></expected></resultNode></testCase></testCases>""");

        Level level = KitRun.of(KitFile.under(folder, "*"), Trial.ofNothing(), Trial.ofReference())
                .levels()
                .getFirst();

        assertThat(level.level()).isZero();
        assertThat(level.passed()).isZero();
        assertThat(level.failed())
                .singleElement()
                .satisfies(miss -> assertThat(miss.why()).contains("rules.file", "gone.dmn"));
    }

    @Test
    void aValueThatItsTypeCannotHoldIsSaidWithItsPlace(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a-test-01.xml"), """
                <testCases xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <testCase id="1"><inputNode name="x">
                    <value xsi:type="xsd:date">2023-02-29</value></inputNode></testCase></testCases>""");
        KitFile file = KitFile.under(folder, "*").getFirst();

        assertThatThrownBy(() -> file.cases(null)).isInstanceOfSatisfying(RuleFault.class, fault -> {
            assertThat(fault.code()).isEqualTo("rules.kit-value");
            assertThat(fault.english()).contains("a-test-01.xml line 3", "2023-02-29", "date");
        });
    }

    @Test
    void aTestFileWithADocumentTypeIsRefused(@TempDir Path folder) throws Exception {
        Files.write(
                folder.resolve("a-test-01.xml"),
                "<!DOCTYPE testCases [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><testCases>&x;</testCases>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> KitFile.under(folder, "*"))
                .isInstanceOfSatisfying(
                        RuleFault.class, fault -> assertThat(fault.code()).isEqualTo("rules.xml-entities"));
    }

    @Test
    void aFolderWithoutTestFilesIsSaidToBeOne(@TempDir Path folder) {
        assertThatThrownBy(() -> KitFile.under(folder, "*"))
                .isInstanceOfSatisfying(
                        RuleFault.class, fault -> assertThat(fault.code()).isEqualTo("rules.file"));
    }

    private static KitReport run(String folders, Trial compiled) {
        return KitRun.of(KitFile.under(KIT, folders), compiled, Trial.ofReference());
    }

    private static Outcome notCompiled(String source) {
        return new Outcome.NotCompiled("not yet", Place.of(source));
    }

    private static @Nullable Object input(Map<String, KitCase> cases, String id, String name) {
        return Objects.requireNonNull(cases.get(id)).inputs().get(name);
    }
}
