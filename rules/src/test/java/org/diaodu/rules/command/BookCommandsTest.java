package org.diaodu.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BookCommandsTest {

    private static final Path SHIPPED = Path.of("../server/src/main/resources/rulebook");

    private final StringWriter out = new StringWriter();

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .execute(arguments);
    }

    private static Path copied(Path into, String cases) throws IOException {
        Path version = SHIPPED.resolve("enterprise-tier/2015-01-01");
        Path folder = Files.createDirectories(into.resolve("enterprise-tier/2015-01-01"));
        for (String file : new String[] {"model.dmn", "clause.md"}) {
            Files.copy(version.resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("cases.csv"), cases);
        return folder;
    }

    @Test
    void theCasesOfAShippedRuleHold() {
        assertThat(run(new TestCommand(), SHIPPED.resolve("size-class").toString(), "--lang", "en"))
                .isZero();
        assertThat(out.toString()).contains("size-class [2017-12-28..): 17 of 17 cases hold");
    }

    @Test
    void aCaseThatDoesNotHoldIsSaidWithBothAnswers(@TempDir Path folder) throws IOException {
        copied(folder, "case,营业收入,expect:企业梯次\n九百万,9000,千万级\n");
        assertThat(run(new TestCommand(), folder.toString(), "--lang", "zh")).isEqualTo(1);
        assertThat(out.toString())
                .contains("第 2 行“九百万”：企业梯次 应为 \"千万级\"，算得 \"千万以下\"。")
                .contains("“企业梯次”第 1, 2, 3, 4 行没有算例用到。")
                .contains("1 个算例，0 个成立。");
    }

    @Test
    void aWrongCellIsSaidWithFileRowColumnValueAndAdvice(@TempDir Path folder) throws IOException {
        Path version = copied(folder, "case,营业收入,expect:企业梯次\n百分数,12%,千万级\n");
        assertThat(run(new CheckCommand(), version.toString(), "--lang", "zh")).isEqualTo(1);
        assertThat(out.toString())
                .contains("不能发布")
                .contains("cases.csv，第 2 行，列“营业收入”")
                .contains("值“12%”")
                .contains("建议");
    }

    @Test
    void aModelAloneIsChecked() {
        Path model = SHIPPED.resolve("light-target/2015-01-01/model.dmn");
        assertThat(run(new CheckCommand(), model.toString(), "--lang", "en")).isZero();
        assertThat(out.toString()).contains("nothing to remark");
    }

    private static Ran begun(Path rule, String from, String cell, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("new", rule.toString(), "--title", "奖励", "--reference", "办法第 1 条"));
        arguments.addAll(List.of("--from", from, "--input", "上市: boolean", "--output", "number(6,0)"));
        arguments.addAll(List.of("--row", cell + " | 100", "--lang", "en"));
        arguments.addAll(List.of(more));
        return Ran.rules(arguments.toArray(String[]::new));
    }

    @Test
    void aTableIsWrittenAnewAndItsWorkedCasesStay(@TempDir Path folder) throws IOException {
        Path rule = folder.resolve("listed");
        Path cases = rule.resolve("2022-01-01/cases.csv");
        assertThat(begun(rule, "2022-01-01", "是").exit()).isZero();
        Files.writeString(cases, "case,上市,expect:奖励\n上市,是,100\n");
        run(new CheckCommand(), rule.toString(), "--lang", "zh");
        assertThat(out.toString()).contains("“是”写作 true。");

        assertThat(begun(rule, "2022-01-01", "true").err()).contains("Maybe add --replace");
        assertThat(begun(rule, "2022-01-01", "true", "--replace").exit()).isZero();

        assertThat(cases).content().contains("上市,是,100");
        assertThat(run(new TestCommand(), rule.toString())).isZero();
    }

    @Test
    void aDayBetweenTwoVersionsIsTold(@TempDir Path folder) throws IOException {
        Path rule = folder.resolve("listed");
        begun(rule, "2022-01-01", "true");
        Path clause = rule.resolve("2022-01-01/clause.md");
        Files.writeString(clause, Files.readString(clause).replace("valid-to:", "valid-to: 2022-12-31"));
        begun(rule, "2023-01-01", "true");

        run(new CheckCommand(), folder.toString(), "--lang", "en");

        assertThat(out.toString()).contains("listed: no version holds from 2022-12-31 to 2022-12-31.");
    }
}
