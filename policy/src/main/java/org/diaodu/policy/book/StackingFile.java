package org.diaodu.policy.book;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.policy.book.Stacking.Ceiling;
import org.diaodu.policy.book.Stacking.Group;

/** Reads a book's {@code stacking.yaml}, saying all that is wrong in it. */
final class StackingFile {

    static final String NAME = "stacking.yaml";

    private StackingFile() {}

    static Stacking read(String text, FaultList faults) {
        YamlMap file = YamlFile.read(text, faults);
        if (file == null) {
            return Stacking.none();
        }
        Map<String, Group> groups = new LinkedHashMap<>();
        YamlMap allGroups = file.map("互斥组");
        if (allGroups != null) {
            for (String name : allGroups.keys()) {
                YamlMap one = allGroups.map(name);
                if (one != null) {
                    group(name, one, groups);
                }
            }
        }
        Map<String, Ceiling> ceilings = new LinkedHashMap<>();
        YamlMap allCeilings = file.map("总额上限");
        if (allCeilings != null) {
            for (String name : allCeilings.keys()) {
                YamlMap one = allCeilings.map(name);
                if (one != null) {
                    ceiling(name, one, ceilings);
                }
            }
        }
        file.refuseOthers();
        return new Stacking(groups, ceilings);
    }

    private static void group(String name, YamlMap one, Map<String, Group> groups) {
        one.needed("规则");
        StackingRule rule = one.word("规则", StackingRule.values());
        SubjectKind scope = one.word("范围", new SubjectKind[] {SubjectKind.ENTERPRISE, SubjectKind.PROJECT});
        one.refuseOthers();
        if (rule != null) {
            groups.put(name, new Group(rule, scope == null ? SubjectKind.ENTERPRISE : scope));
        }
    }

    private static void ceiling(String name, YamlMap one, Map<String, Ceiling> ceilings) {
        List<String> clauses = one.texts("条款");
        BigDecimal amount = one.value("金额", Written::yuan, Written.MONEY_FORM);
        String fact = one.text("按");
        BigDecimal rate = one.value("比例", Written::fraction, Written.PERCENT_FORM);
        one.refuseOthers();
        if (clauses.isEmpty()) {
            one.fault(
                    "policy.ceiling",
                    "条款",
                    "上限“" + name + "”没有条款。建议：条款: [甲, 乙]。",
                    "the ceiling \"" + name + "\" names no clauses. Maybe 条款: [a, b].");
        }
        boolean fixed = one.has("金额") && !one.has("按") && !one.has("比例");
        boolean byFact = !one.has("金额") && one.has("按") && one.has("比例");
        if (!fixed && !byFact) {
            one.fault(
                    "policy.ceiling",
                    "金额",
                    "上限“" + name + "”应写金额，或按某个事实的比例，二者取一。建议：金额: 500 万元；或 按: 上年纳税额，比例: 100%。",
                    "the ceiling \"" + name
                            + "\" takes either an amount or a rate of a fact. Maybe 金额: 500 万元, or 按: 上年纳税额 and 比例: 100%.");
        } else if (byFact ? rate != null : amount != null) {
            ceilings.put(name, new Ceiling(clauses, amount, fact, rate));
        }
    }
}
