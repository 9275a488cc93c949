package org.diaodu.policy.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.DeclaredFacts.Declared;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.sheets.Nearest;
import org.diaodu.standards.AmountUnit;
import org.jspecify.annotations.Nullable;

/** Reads the folder of one version of a clause and holds its rule and its terms against each other. */
final class ClauseFolder {

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    private final String prefix;
    private final FaultList faults;

    private ClauseFolder(String prefix, FaultList faults) {
        this.prefix = prefix;
        this.faults = faults.in(prefix + TermsFile.NAME);
    }

    /** The clause; null where something in the folder is wrong. */
    static @Nullable PolicyClause read(String id, Path folder, FaultList faults) {
        String prefix = id + "/" + folder.getFileName() + "/";
        return read(id, prefix, () -> RuleVersion.read(folder), text(folder), faults);
    }

    /** @param terms the text of its {@code terms.yaml}; null where there is none that can be read */
    static @Nullable PolicyClause read(
            String id, String prefix, ClauseTexts.Reading rule, @Nullable String terms, FaultList faults) {
        ClauseFolder reading = new ClauseFolder(prefix, faults);
        int before = faults.size();
        if (!id.matches(ID)) {
            faults.in(id + "/")
                    .add(
                            "policy.folder",
                            0,
                            "条款的文件夹名应是小写英文字母、数字和连字符。建议：如 hlj-2022-green-factory。",
                            "a clause's folder is named by lower-case words with hyphens. Maybe hlj-2022-green-factory.");
        }
        RuleVersion version = reading.version(rule);
        Terms read = reading.terms(terms);
        if (version == null || read == null) {
            return null;
        }
        AmountUnit unit = reading.checkDecisions(version, read);
        reading.checkFacts(version, read);
        return faults.size() == before ? new PolicyClause(version, read, unit) : null;
    }

    private static @Nullable String text(Path folder) {
        try {
            return Files.readString(folder.resolve(TermsFile.NAME));
        } catch (IOException e) {
            return null;
        }
    }

    private @Nullable RuleVersion version(ClauseTexts.Reading rule) {
        try {
            return rule.version();
        } catch (RuleFault fault) {
            faults.all().add(PolicyFault.of(fault));
            return null;
        }
    }

    private @Nullable Terms terms(@Nullable String text) {
        if (text != null) {
            return TermsFile.read(text, faults);
        }
        faults.add(
                "policy.file",
                0,
                "读不到此文件。建议：每个条款的文件夹应有 clause.md、model.dmn、cases.csv 和 terms.yaml，用 UTF-8 保存。",
                "there is no such file that can be read. Maybe add it: a clause's folder holds clause.md, model.dmn, cases.csv and terms.yaml, in UTF-8.");
        return null;
    }

    /** What the amount counts, where there is to be one and it is declared. */
    private @Nullable AmountUnit checkDecisions(RuleVersion version, Terms terms) {
        FaultList model = faults.in(prefix + "model.dmn");
        if (!version.model().decisions().contains(PolicyClause.ELIGIBILITY)) {
            model.add(
                    "policy.model",
                    0,
                    "没有名为“资格”的决策。建议：条件写成决策表，决策名为 资格。",
                    "there is no decision 资格. Maybe name the table of conditions 资格.");
        }
        if (!DeclaredFacts.isTable(version.model(), PolicyClause.ELIGIBILITY)) {
            model.add(
                    "policy.model",
                    0,
                    "“资格”应是命中策略为 UNIQUE、FIRST 或 ANY 的决策表。建议：条件一行一行写成表，按先后取就用 FIRST。",
                    "资格 should be a decision table with hit policy UNIQUE, FIRST or ANY. Maybe write the conditions as rows, FIRST where their order counts.");
        }
        boolean pays = terms.kind() == BenefitKind.GRANT || terms.kind() == BenefitKind.RELIEF;
        Declared amount = DeclaredFacts.decision(version.model(), PolicyClause.AMOUNT);
        if (pays != (amount != null)) {
            model.add(
                    "policy.model",
                    0,
                    pays
                            ? "“" + terms.kind().zh() + "”应有名为“金额”的决策。建议：金额 = if 资格 then … else null。"
                            : "“" + terms.kind().zh() + "”没有金额。建议：删去决策“金额”，或把类别改为奖补或减免。",
                    pays
                            ? "a " + terms.kind().en() + " needs a decision 金额. Maybe 金额 = if 资格 then … else null."
                            : "a clause of " + terms.kind().en()
                                    + " gives no amount. Maybe delete the decision 金额, or make it 奖补 or 减免.");
        }
        String answer = amount == null ? PolicyClause.ELIGIBILITY : PolicyClause.AMOUNT;
        if (!version.clause().decision().equals(answer)) {
            faults.in(prefix + "clause.md")
                    .add(
                            "policy.model",
                            0,
                            "decision 写的是“" + version.clause().decision() + "”，应为“" + answer + "”。建议：改为 decision: "
                                    + answer + "。",
                            "its decision is \"" + version.clause().decision() + "\" and should be " + answer
                                    + ". Maybe write decision: " + answer + ".");
        }
        if (amount == null) {
            return null;
        }
        AmountUnit unit = amount.unit().isEmpty() ? null : AmountUnit.find(amount.unit());
        if (unit == null || !amount.type().equals("number")) {
            model.add(
                    "policy.unit",
                    0,
                    "“金额”没有写明是什么单位的数。建议：它的类型写 diaodu:unit=\"元\" 或 \"万元\"。",
                    "it is not said what 金额 counts. Maybe give its type diaodu:unit=\"元\" or \"万元\".");
        }
        return unit;
    }

    private void checkFacts(RuleVersion version, Terms terms) {
        Map<String, Declared> inputs = DeclaredFacts.inputs(version.model());
        for (String input : inputs.keySet()) {
            if (!terms.facts().containsKey(input)) {
                faults.add(
                        "policy.facts",
                        0,
                        "模型的输入“" + input + "”没有写由谁持有。建议：在“事实”下补上 " + input + ": {持有: …, 来源: …}。",
                        "nobody is named who holds the model's input \"" + input + "\". Maybe add " + input
                                + ": {持有: …, 来源: …} to 事实.");
            }
        }
        terms.facts().forEach((name, fact) -> {
            if (!inputs.containsKey(name)) {
                String nearest = Nearest.to(name, inputs.keySet());
                faults.add(
                        "policy.facts",
                        0,
                        "模型没有输入“" + name + "”。建议：" + (nearest == null ? "删去此行" : "也许是“" + nearest + "”") + "。",
                        "the model has no input \"" + name + "\". Maybe "
                                + (nearest == null ? "delete the line" : "\"" + nearest + "\" is meant") + ".");
            }
            if (fact instanceof Fact.Dated(String parameter, String day)) {
                Declared date = inputs.get(day);
                if (date == null || !date.type().equals("date")) {
                    faults.add(
                            "policy.facts",
                            0,
                            "“" + name + "”取“" + day + "”那天的 " + parameter + "，而“" + day + "”不是模型中类型为日期的输入。建议：核对名称。",
                            "\"" + name + "\" takes " + parameter + " on the day \"" + day
                                    + "\", which is no input of type date. Maybe check its name.");
                }
                Declared figure = inputs.get(name);
                if (figure != null && !figure.type().equals("number")) {
                    faults.add(
                            "policy.facts",
                            0,
                            "“" + name + "”取自参数，应是数值。建议：在模型中把它的类型改为 number。",
                            "\"" + name
                                    + "\" comes from a parameter and should be a number. Maybe make its type number in the model.");
                }
            }
        });
    }
}
