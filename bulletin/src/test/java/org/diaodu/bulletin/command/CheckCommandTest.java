package org.diaodu.bulletin.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void passagesThatAgreeEndWith0AndEachRelationIsALine() throws IOException {
        Path file = file("示例.jsonl", "{\"text\": \"40个行业中30个增长，增长面75.0%。\"}\n\n{\"text\": \"会议要求抓好落实。\"}\n");

        assertThat(run(file.toString(), "--format", "jsonl")).isZero();
        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .contains(
                        "\"file\":\"示例.jsonl#1\"",
                        "\"relation\":\"30/40\"",
                        "\"computed\":75,",
                        "\"published\":75,",
                        "\"verdict\":\"agrees\"",
                        "\"quote\":\"增长面75.0%\"");
    }

    @Test
    void aContradictionEndsWith1AndShowsTheWords() throws IOException {
        Path file = file("示例.txt", "40个行业中30个增长，增长面76.0%。\n");

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("✗", "30/40 = 75%", "文中 76", "“增长面76.0%”", "1个不可能成立");
    }

    @Test
    void whatCannotBeReadEndsWith2AndSaysWhere() throws IOException {
        assertThat(run(folder.resolve("没有.txt").toString())).isEqualTo(2);
        assertThat(run(file("坏.jsonl", "{\"text\": \"好\"}\n{\"words\": 1}\n").toString()))
                .isEqualTo(2);
        assertThat(run(file("坏2.jsonl", "不是\n").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("没有这个文件", "第2行没有字段 text", "第1行不是JSON");
        assertThat(out.toString()).isEmpty();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int run(String... arguments) {
        CommandLine command = CheckCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
