package org.diaodu.bulletin.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BriefCommandTest {

    @TempDir
    Path folder = Path.of("");

    /** The facts shown in docs/formats/brief.md, as they stand there. */
    @Test
    void theFactsOfTheDocumentationMakeABrief() throws Exception {
        String page = Files.readString(Path.of("../docs/formats/brief.md"));
        String facts = page.substring(page.indexOf("    简报:")).replaceAll("(?m)^ {4}", "");
        Path file = Files.writeString(folder.resolve("facts.yaml"), facts);
        Path template = Files.writeString(
                folder.resolve("template.txt"),
                "标题：{期间}运行情况\n增加值{增速|增长}，{增速与全国|高于 全国}，{每个 行业上拉：{名称}{贡献|拉动}}。\n!表 分行业｜分行业\n!图 走势｜走势\n# 项目\n{项目}\n");
        Path out = folder.resolve("brief.html");
        var said = new StringWriter();
        int status = BriefCommand.commandLine()
                .setErr(new PrintWriter(said))
                .execute("write", file.toString(), "--template", template.toString(), "--out", out.toString());
        assertThat(said.toString()).contains("没有“项目”");
        assertThat(status).isEqualTo(1);
        String words = Pattern.compile("<[^>]+>").matcher(Files.readString(out)).replaceAll("");
        assertThat(words).contains("增加值增长8.1%，高于全国（6.5%）1.6个百分点，农副食品加工业拉动1.7个百分点。");
        assertThat(words).contains("一季度运行情况").doesNotContain("项目");
    }

    @Test
    void whatIsWrongWithTheFactsIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("facts.yaml"), "数:\n  增速: {数: 很快}\n");
        var said = new StringWriter();
        int status = BriefCommand.commandLine()
                .setErr(new PrintWriter(said))
                .execute(
                        "write",
                        file.toString(),
                        "--out",
                        folder.resolve("b.docx").toString());
        assertThat(said.toString()).contains("BR18", "增速", "“很快”不是数");
        assertThat(status).isEqualTo(2);
    }
}
