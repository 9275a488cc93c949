package org.diaodu.policy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.diaodu.policy.book.MadeBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandTest {

    @TempDir
    Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                PolicyCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Ran(command.execute(arguments), out.toString(), err.toString());
    }

    @Test
    void theWorkedCasesHoldByTheReferenceEngineAndBySql() {
        Ran ran = run("test", MadeBook.in(folder).folder().toString(), "--lang", "en");
        assertThat(ran.out)
                .contains("1 clauses; 4 of 4 cases hold one by one and by SQL; 0 faults")
                .contains("the reference engine answered 4; in 0 it gave a decision up");
        assertThat(ran.status).isZero();
    }

    @Test
    void aCaseThatDoesNotHoldIsSaidForBothEngines() {
        MadeBook.in(folder).cases("true,370", "true,371");
        Ran ran = run("test", folder.toString(), "--lang", "en");
        assertThat(ran.out)
                .contains("reference engine: row 2 \"一亿元按3.7%\": 金额 should be 371, the rule gives 370")
                .contains("SQL: row 2 \"一亿元按3.7%\": 金额 should be 371, the rule gives 370");
        assertThat(ran.status).isEqualTo(1);
    }

    @Test
    void explainSaysTheAmountAndWhoPays() throws Exception {
        MadeBook.in(folder);
        Path subject = Files.writeString(
                folder.resolve("project.json"),
                "{\"对象\": \"项目\", \"地区\": \"230100\", \"已入统\": true, \"入统日期\": \"2022-03-20\", \"入统投资额\": 10000}");
        Ran ran = explain("--subject", subject.toString(), "--lang", "zh");
        assertThat(ran.out).contains("结论：应得 3700000.00 元").contains("分担：省 60%，市县 40%");
        assertThat(ran.status).isZero();
    }

    @Test
    void explainSaysWhatIsMissingAndWhoHoldsIt() {
        MadeBook.in(folder);
        Ran ran = explain("--set", "地区=230100", "--set", "已入统=是", "--set", "入统投资额=10000", "--lang", "zh");
        assertThat(ran.out).contains("还不能判断").contains("入统日期（统计局，固定资产投资统计）");
    }

    @Test
    void explainAnswersInJson() {
        MadeBook.in(folder);
        Ran ran = explain("--set", "地区=230100", "--set", "已入统=否", "--format", "json", "--lang", "en");
        assertThat(ran.out).contains("\"verdict\":\"not-entitled\"");
    }

    @Test
    void aFactNobodyAsksForIsRefusedWithTheNearest() {
        MadeBook.in(folder);
        Ran ran = explain("--set", "入统投资=1", "--lang", "en");
        assertThat(ran.err).contains("policy.no-fact").contains("Maybe 入统投资额");
        assertThat(ran.status).isEqualTo(2);
    }

    private Ran explain(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"explain", MadeBook.CLAUSE, "--clauses", folder.toString(), "--as-of=2022-06-01"},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return run(arguments);
    }
}
