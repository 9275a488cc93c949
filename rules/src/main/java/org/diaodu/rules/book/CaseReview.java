package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.CaseReport.TableCoverage;
import org.diaodu.rules.book.Finding.Weight;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Severity;

/** What the worked cases of a version say about it. */
final class CaseReview {

    private CaseReview() {}

    static List<Finding> of(RuleVersion version, CaseReport report) {
        List<Finding> findings = new ArrayList<>();
        if (!version.model().decisions().contains(version.clause().decision())) {
            findings.add(new Finding(
                    "rules.no-decision",
                    Weight.ERROR,
                    version.rule() + "/" + RuleVersion.CLAUSE,
                    "",
                    0,
                    "",
                    "模型里没有决策“" + version.clause().decision() + "”。建议：改为 "
                            + String.join("、", version.model().decisions()) + " 之一。",
                    "the model has no decision \"" + version.clause().decision() + "\". Maybe one of "
                            + String.join(", ", version.model().decisions()) + ".",
                    Map.of()));
        }
        String source = version.cases().source();
        version.cases().faults().forEach(fault -> findings.add(fault(source, fault)));
        for (CaseOutcome outcome : report.outcomes()) {
            switch (outcome) {
                case CaseOutcome.Holds holds -> {}
                case CaseOutcome.Differs differs -> differs(source, differs, findings);
                case CaseOutcome.Faulty faulty
                when faulty.worked().sound() ->
                    findings.add(new Finding(
                            "rules.case-faulty",
                            Weight.ERROR,
                            source,
                            faulty.worked().name(),
                            faulty.worked().row(),
                            "",
                            "无法判断此算例：" + String.join("；", faulty.faults()),
                            "the case cannot be judged: " + String.join("; ", faulty.faults()),
                            inputs(faulty.worked())));
                case CaseOutcome.Faulty unreadable -> {} // its cells are among the faults
            }
        }
        report.coverage().forEach(table -> uncovered(version, table, findings));
        return findings;
    }

    private static Finding fault(String source, Fault fault) {
        Weight weight = switch (fault.severity()) {
            case Severity.ERROR -> Weight.ERROR;
            case Severity.WARNING -> Weight.WARNING;
            case Severity.HINT -> Weight.NOTE;
        };
        String value = fault.value().isEmpty() ? "" : "“" + fault.value() + "”";
        String quoted = fault.value().isEmpty() ? "" : ": \"" + fault.value() + "\"";
        String column = fault.column();
        return new Finding(
                fault.code(),
                weight,
                source,
                "",
                fault.row(),
                column == null ? "" : column,
                fault.message().zh() + (value.isEmpty() ? "" : "，值" + value) + "。建议："
                        + fault.advice().zh() + "。",
                fault.message().en() + quoted + ". Maybe " + fault.advice().en() + ".",
                Map.of());
    }

    private static void differs(String source, CaseOutcome.Differs differs, List<Finding> into) {
        WorkedCase worked = differs.worked();
        differs.differences().forEach((name, difference) -> {
            Map<String, String> example = inputs(worked);
            example.put("expect:" + name, FeelValue.text(difference.expected()));
            example.put(name, FeelValue.text(difference.actual()));
            into.add(new Finding(
                    "rules.case-differs",
                    Weight.ERROR,
                    source,
                    worked.name(),
                    worked.row(),
                    name,
                    "应为 " + FeelValue.text(difference.expected()) + "，算得 " + FeelValue.text(difference.actual())
                            + "。建议：核对规则，或更正算例。",
                    "expected " + FeelValue.text(difference.expected()) + ", the rule gives "
                            + FeelValue.text(difference.actual()) + ". Maybe the rule is wrong, or the case.",
                    example));
        });
    }

    private static void uncovered(RuleVersion version, TableCoverage table, List<Finding> into) {
        for (int row : table.uncovered()) {
            into.add(new Finding(
                    "rules.row-without-case",
                    Weight.WARNING,
                    version.model().source(),
                    table.decision(),
                    row,
                    "",
                    "没有算例用到这一行。建议：在 cases.csv 加一个命中它的算例。",
                    "no worked case reaches this row. Maybe add one to cases.csv.",
                    Map.of()));
        }
    }

    private static Map<String, String> inputs(WorkedCase worked) {
        Map<String, String> shown = new LinkedHashMap<>();
        worked.inputs().forEach((name, value) -> shown.put(name, FeelValue.text(value)));
        return shown;
    }
}
