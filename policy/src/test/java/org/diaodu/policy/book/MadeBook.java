package org.diaodu.policy.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A book of one clause made up for tests: a year's interest on an investment, at most 800 (10 000 yuan), over 20 million. */
public final class MadeBook {

    public static final String CLAUSE = "demo-interest";

    private static final String TERMS = """
            类别: 奖补
            对象: 项目
            发文机关: 示例省人民政府办公厅
            层级: 省
            地区: ["230000"]
            兑现: 免申即享
            事实:
              已入统: {持有: 统计局, 来源: 固定资产投资统计}
              入统日期: {持有: 统计局, 来源: 固定资产投资统计}
              入统投资额: {持有: 统计局, 来源: 固定资产投资统计}
              一年期LPR: {参数: lpr-1y, 日期: 入统日期}
            分担: {省: 60%, 市县: 40%}
            拨付:
              - {节点: 开工, 比例: 60%}
              - {节点: 投产验收, 比例: 40%}
            互斥: [技改贴息]
            一次性: 每项目
            """;

    private static final String MODEL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:diaodu="https://diaodu.org/dmn"
                         id="demo" name="示例贴息" namespace="https://diaodu.org/rules/demo-interest">
              <itemDefinition id="t1" name="万元" diaodu:digits="14" diaodu:scale="4" diaodu:unit="万元"><typeRef>number</typeRef></itemDefinition>
              <itemDefinition id="t2" name="年利率" diaodu:digits="6" diaodu:scale="4"><typeRef>number</typeRef></itemDefinition>
              <itemDefinition id="t3" name="金额万元" diaodu:digits="14" diaodu:scale="6" diaodu:unit="万元"><typeRef>number</typeRef></itemDefinition>
              <inputData id="i1" name="已入统"><variable id="v1" name="已入统" typeRef="boolean"/></inputData>
              <inputData id="i2" name="入统日期"><variable id="v2" name="入统日期" typeRef="date"/></inputData>
              <inputData id="i3" name="入统投资额"><variable id="v3" name="入统投资额" typeRef="万元"/></inputData>
              <inputData id="i4" name="一年期LPR"><variable id="v4" name="一年期LPR" typeRef="年利率"/></inputData>
              <decision id="d1" name="资格">
                <variable id="v5" name="资格" typeRef="boolean"/>
                <informationRequirement id="r1"><requiredInput href="#i1"/></informationRequirement>
                <informationRequirement id="r2"><requiredInput href="#i2"/></informationRequirement>
                <informationRequirement id="r3"><requiredInput href="#i3"/></informationRequirement>
                <decisionTable id="tab" hitPolicy="UNIQUE">
                  <input id="c1"><inputExpression id="e1" typeRef="boolean"><text>已入统</text></inputExpression></input>
                  <input id="c2"><inputExpression id="e2" typeRef="date"><text>入统日期</text></inputExpression></input>
                  <input id="c3"><inputExpression id="e3" typeRef="万元"><text>入统投资额</text></inputExpression></input>
                  <output id="o1" typeRef="boolean"/>
                  <rule id="row1">
                    <inputEntry id="x1"><text>true</text></inputEntry>
                    <inputEntry id="x2"><text>&gt;= date("2019-01-01")</text></inputEntry>
                    <inputEntry id="x3"><text>&gt;= 2000</text></inputEntry>
                    <outputEntry id="x4"><text>true</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
              <decision id="d2" name="金额">
                <variable id="v6" name="金额" typeRef="金额万元"/>
                <informationRequirement id="r4"><requiredDecision href="#d1"/></informationRequirement>
                <informationRequirement id="r5"><requiredInput href="#i3"/></informationRequirement>
                <informationRequirement id="r6"><requiredInput href="#i4"/></informationRequirement>
                <literalExpression id="f"><text>if 资格 then round half up(min(入统投资额 * 一年期LPR, 800), 6) else null</text></literalExpression>
              </decision>
            </definitions>
            """;

    private static final String CASES = """
            case,已入统,入统日期,入统投资额,一年期LPR,expect:资格,expect:金额
            一亿元按3.7%,true,2022-03-20,10000,0.037,true,370
            封顶,true,2022-03-20,30000,0.037,true,800
            差一元,true,2022-03-20,1999.9999,0.037,,
            没有入统,false,2022-03-20,10000,0.037,,
            """;

    private static final String TEXT = """
            ---
            title: 示例贴息
            title-en: A made-up interest subsidy
            reference: 示例政策第1条
            valid-from: 2022-03-16
            valid-to: 2025-01-01
            recorded-at: 2026-01-01T00:00:00+08:00
            decision: 金额
            ---

            入统投资额 2000 万元以上的，贴补一年的利息，最高 800 万元。
            """;

    private final Path folder;

    private MadeBook(Path folder) {
        this.folder = folder;
    }

    /** Writes the book into the folder. */
    public static MadeBook in(Path folder) {
        MadeBook book = new MadeBook(folder);
        book.version("model.dmn", MODEL);
        book.version("clause.md", TEXT);
        book.version("cases.csv", CASES);
        book.version("terms.yaml", TERMS);
        book.file("stacking.yaml", "互斥组:\n  技改贴息: {规则: 就高不重复, 范围: 项目}\n");
        book.file("parameters/lpr-1y.csv", "# 示例\nfrom,value\n2019-08-20,0.0425\n2022-01-20,0.0370\n");
        return book;
    }

    public Path folder() {
        return folder;
    }

    /** The terms with a piece of them written otherwise. */
    public MadeBook terms(String piece, String otherwise) {
        version("terms.yaml", TERMS.replace(piece, otherwise));
        return this;
    }

    public MadeBook cases(String piece, String otherwise) {
        version("cases.csv", CASES.replace(piece, otherwise));
        return this;
    }

    /** The model with a piece of it written otherwise. */
    public MadeBook model(String piece, String otherwise) {
        version("model.dmn", MODEL.replace(piece, otherwise));
        return this;
    }

    public MadeBook parameter(String values) {
        file("parameters/lpr-1y.csv", "from,value\n" + values);
        return this;
    }

    public MadeBook stacking(String text) {
        file("stacking.yaml", text);
        return this;
    }

    private void version(String name, String text) {
        file(CLAUSE + "/2022-03-16/" + name, text);
    }

    private void file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
