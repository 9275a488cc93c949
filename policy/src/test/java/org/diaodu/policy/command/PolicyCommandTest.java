package org.diaodu.policy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diaodu.policy.book.MadeBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Test
    void theCurveSaysWhereItRisesWhereItIsCappedAndWhereItJumps() {
        MadeBook.in(folder);
        Ran ran = curve("table");
        assertThat(ran.out)
                .containsPattern("2000 +21621\\.6216 +rising +740000 → 7999999\\.99 +3\\.7%")
                .containsPattern("1999\\.9999 \\| 2000 +0 → 740000 +\\+740000 +2000 is already above")
                .contains("now 1500: not entitled, 0 yuan, marginal 0")
                .contains("500 more, at 2000, the benefit changes by 740000 yuan");
        assertThat(curve("json").out)
                .contains("\"threshold\":2000.0000,\"thresholdBelongsTo\":\"above\"")
                .contains("\"shape\":\"cap\"");
        assertThat(curve("svg").out).startsWith("<svg").contains("stroke-dasharray");
        assertThat(run("curve", MadeBook.CLAUSE, "--clauses", folder.toString(), "--lang", "en").out)
                .contains("入统投资额")
                .contains("parameters/lpr-1y.csv");
    }

    private Ran curve(String format) {
        return run(
                "curve",
                MadeBook.CLAUSE,
                "--clauses",
                folder.toString(),
                "--as-of=2022-06-01",
                "--over",
                "入统投资额",
                "--set",
                "地区=230100",
                "--set",
                "已入统=是",
                "--set",
                "入统日期=2022-03-20",
                "--set",
                "入统投资额=1500",
                "--format",
                format,
                "--lang",
                "en");
    }

    /** Two rows with a grade each; the model is written again, what else stands in the terms stays. */
    @Test
    void aNewClauseIsWrittenAndWrittenAgain() throws Exception {
        Ran ran = begin("30");
        assertThat(ran.err).isEmpty();
        Path terms = folder.resolve("demo-new/2024-01-01/terms.yaml");
        Files.writeString(terms, Files.readString(terms) + "分担: {省: 100%}\n");
        Files.writeString(folder.resolve("demo-new/2024-01-01/cases.csv"), """
            case,设备投资额,大型企业,expect:资格,expect:金额
            大型,1000,true,大型,25
            其他,1000,false,其他,100
            差一元,99.9999,true,,
            """);
        assertThat(begin("30").err).contains("the version is there already. Maybe add --replace");
        assertThat(begin("25", "--replace").status).isZero();
        assertThat(Files.readString(terms)).contains("分担: {省: 100%}").contains("大型企业: {持有: 统计局, 来源: 名录库}");
        assertThat(run("test", folder.toString(), "--lang", "en").out).contains("3 of 3 cases hold");
    }

    private Ran begin(String amount, String... more) {
        String[] arguments = {
            "new",
            folder.resolve("demo-new").toString(),
            "--kind",
            "奖补",
            "--region",
            "230000",
            "--from",
            "2024-01-01",
            "--fact",
            "设备投资额: number(14,4) 万元 | 工业和信息化局 | 项目备案",
            "--fact",
            "大型企业: boolean | 统计局 | 名录库",
            "--row",
            ">= 100 | true | \"大型\"",
            "--row",
            ">= 100 | false | \"其他\"",
            "--amount",
            "大型: " + amount,
            "--amount",
            "其他: min(设备投资额 * 0.10, 200)",
            "--lang",
            "en"
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    /** After a merger or a new code one line is left, or it would be paid twice. */
    @Test
    void anEnterpriseThatStandsTwiceIsRefused() throws Exception {
        MadeBook.in(folder);
        Path file = Files.writeString(folder.resolve("e.csv"), "信用代码,地区\n甲,230103\n甲,230103\n");
        Ran ran = run("simulate", "--baseline", folder.toString(), "--enterprises", file.toString(), "--lang", "en");
        assertThat(ran.err).contains("it stands twice").contains("write one line for each");
        assertThat(ran.status).isEqualTo(2);
    }

    /** The day of entry stands in no condition and in no formula: it only gives the day of the LPR. */
    @Test
    void aDayThatOnlyAFigureAsksForIsAFactAsWell() throws Exception {
        String clause = folder.resolve("demo-lpr").toString();
        run("new", clause, "--kind", "奖补", "--region", "230000", "--from", "2022-01-01", "--shape", "interest");
        String[] known = {
            "explain",
            "demo-lpr",
            "--clauses",
            folder.toString(),
            "--as-of=2022-06-01",
            "--lang",
            "en",
            "--set",
            "地区=230100",
            "--set",
            "入统投资额=10000"
        };
        assertThat(run(known).out).contains("these facts are needed:").contains("入统日期 (统计局, 固定资产投资统计)");
        String[] all = java.util.Arrays.copyOf(known, known.length + 2);
        all[known.length] = "--set";
        all[known.length + 1] = "入统日期=2022-03-20";
        assertThat(run(all).out).contains("entitled to 7400000.00 yuan");
        Path file = Files.writeString(folder.resolve("e.csv"), "信用代码,地区,入统日期,入统投资额\n甲,230100,2022-03-20,10000\n");
        assertThat(run(
                                "simulate",
                                "--baseline",
                                folder.toString(),
                                "--enterprises",
                                file.toString(),
                                "--as-of=2022-06-01",
                                "--lang",
                                "en")
                        .out)
                .contains("1 enterprises; paid 1 → 1, cost 7400000 → 7400000 yuan (0)");
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

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ran match(String projects, String... more) throws Exception {
        MadeBook.in(folder);
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "match",
                "--clauses",
                folder.toString(),
                "--as-of",
                "2022-06-01",
                "--lang",
                "en",
                "--enterprises",
                file("enterprises.csv", "统一社会信用代码,地区\nA,230100\nB,220100\n").toString(),
                "--projects",
                file("projects.csv", projects).toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static final String PROJECTS = """
            项目,企业,已入统,入统日期,入统投资额
            P1,A,是,2022-03-20,10000
            P2,A,是,,10000
            P3,A,是,2022-03-20,1500
            P4,B,是,2022-03-20,10000
            """;

    /** The projects take the region of their enterprise's line. */
    @Test
    void matchSaysOfEveryEnterpriseWhatIsDueAndWhyNot() throws Exception {
        Ran ran = match(PROJECTS, "--format", "json");
        assertThat(ran.err).isEmpty();
        JsonNode all = JsonMapper.shared().readTree(ran.out);
        assertThat(all).hasSize(2);
        JsonNode clauses = all.get(0).get("clauses");
        assertThat(clauses).hasSize(3);
        assertThat(clauses.get(0).get("verdict").asString()).isEqualTo("entitled");
        assertThat(clauses.get(0).get("amount").decimalValue()).isEqualByComparingTo("3700000");
        assertThat(clauses.get(1).get("verdict").asString()).isEqualTo("needs-facts");
        assertThat(clauses.get(1).get("missing").get(0).get("fact").asString()).isEqualTo("入统日期");
        assertThat(clauses.get(1).get("missing").get(0).get("holder").asString())
                .isEqualTo("统计局");
        assertThat(clauses.get(2).get("near").get("said").asString()).contains("500 short");
        assertThat(all.get(0).get("bundle").get("total").decimalValue()).isEqualByComparingTo("3700000");
        assertThat(all.get(1).get("clauses").get(0).get("verdict").asString()).isEqualTo("out-of-scope");
        assertThat(ran.status).isZero();
    }

    /** No clause on enterprises asks for the day of entry: it is taken from the enterprise's line all the same. */
    @Test
    void aProjectTakesFromItsEnterpriseWhatOnlyProjectsAskFor() throws Exception {
        MadeBook.in(folder);
        Path enterprises = file("e.csv", "统一社会信用代码,地区,入统日期\nA,230100,2022-03-20\n");
        Path projects = file("p.csv", "项目,企业,已入统,入统投资额\nP1,A,是,10000\n");
        Ran ran = run(
                "match",
                "--clauses",
                folder.toString(),
                "--as-of=2022-06-01",
                "--enterprises",
                enterprises.toString(),
                "--projects",
                projects.toString(),
                "--format",
                "csv");
        assertThat(ran.out).contains("entitled,3700000");
    }

    @Test
    void whatWasPaidBeforeIsNotPaidAgain() throws Exception {
        Path earlier = file("earlier.csv", "企业,条款,项目,金额,日期\nA,demo-interest,P1,3700000,2022-04-01\n");
        Ran ran = match(PROJECTS, "--format", "jsonl", "--earlier", earlier.toString());
        JsonNode bundle = JsonMapper.shared()
                .readTree(ran.out.lines().findFirst().orElseThrow())
                .get("bundle");
        assertThat(bundle.get("paid")).isEmpty();
        assertThat(bundle.get("lost").get(0).get("reason").asString())
                .isEqualTo("it is paid once to a project, and 3700000 yuan were");
    }

    @Test
    void everyBadCellIsSaidAtOnceAndNothingIsComputed() throws Exception {
        Ran ran = match("项目,企业,地区,已入统,入统日期,入统投资额\nP1,A,999999,也许,2022-03-20,一亿\nP1,C,230100,是,昨天,3\n");
        assertThat(ran.out).isEmpty();
        assertThat(ran.err)
                .contains("999999")
                .contains("也许")
                .contains("一亿")
                .contains("昨天")
                .contains("it stands twice")
                .contains("has no such enterprise")
                .contains("6 faults; nothing was computed.");
        assertThat(ran.status).isEqualTo(2);
    }

    @Test
    void theTableCountsByClauseAndCsvHasALineForEachVerdict() throws Exception {
        Ran table = match(PROJECTS);
        assertThat(table.out).contains("3700000 yuan are due clause by clause; 3700000 are paid");
        Ran csv = match(PROJECTS, "--format", "csv");
        assertThat(csv.out.lines())
                .hasSize(5)
                .contains("A,project,P1,demo-interest,entitled,3700000.00,3700000.00,,,,");
    }
}
