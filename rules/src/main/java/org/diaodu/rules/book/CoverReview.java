package org.diaodu.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diaodu.rules.book.Finding.Weight;
import org.diaodu.rules.book.TableAnalysis.Cell;
import org.diaodu.rules.book.TableAnalysis.DeclaredTypes;
import org.diaodu.rules.book.TableAnalysis.Region;
import org.kie.dmn.model.api.HitPolicy;

/** A table as a whole: cases no row takes, cases several take, rows that never answer. */
final class CoverReview {

    private final Findings findings;
    private final Map<String, DeclaredType> variables;
    private final DeclaredTypes types;

    CoverReview(Findings findings, Map<String, DeclaredType> variables, DeclaredTypes types) {
        this.findings = findings;
        this.variables = variables;
        this.types = types;
    }

    void say(RuleTable table) {
        TableAnalysis analysis = TableAnalysis.of(table, variables, types);
        for (Cell cell : analysis.impossible()) {
            findings.add(
                    "rules.never",
                    Weight.WARNING,
                    table.decision(),
                    cell.row(),
                    cell.name(),
                    cell.text() + " 永远不会成立：它不在此列允许的值之内。建议：核对写法。",
                    cell.text() + " never holds: it takes none of the values the column allows. Maybe it is misspelt.");
        }
        for (Region gap : analysis.gaps()) {
            findings.add(
                    "rules.gap",
                    Weight.WARNING,
                    table.decision(),
                    0,
                    "",
                    "没有一行覆盖 " + tests(gap, "且", "任何情形") + "，例如 " + shown(gap.example()) + "。建议：加一行，或扩大相邻行的范围。",
                    "no row takes " + tests(gap, "and", "any case") + ", for example " + shown(gap.example())
                            + ". Maybe add a row, or widen the ones beside it.",
                    gap.example());
        }
        for (TableAnalysis.Overlap overlap : analysis.overlaps()) {
            boolean any = table.hitPolicy() == HitPolicy.ANY;
            Region where = overlap.region();
            findings.add(
                    "rules.overlap",
                    Weight.ERROR,
                    table.decision(),
                    overlap.second(),
                    "",
                    "与第 " + overlap.first() + " 行同时命中 " + tests(where, "且", "任何情形")
                            + (any ? " 而结果不同" : "") + "，例如 " + shown(where.example()) + "；命中策略是 "
                            + table.hitPolicy().value() + "。建议：缩小其中一行，或改用 FIRST、PRIORITY。",
                    "it matches together with row " + overlap.first() + " for " + tests(where, "and", "any case")
                            + (any ? ", with another answer" : "") + ", for example " + shown(where.example())
                            + "; the hit policy is " + table.hitPolicy().value()
                            + ". Maybe narrow one of them, or use FIRST or PRIORITY.",
                    where.example());
        }
        for (TableAnalysis.Masked masked : analysis.masked()) {
            findings.add(
                    "rules.masked",
                    Weight.WARNING,
                    table.decision(),
                    masked.row(),
                    "",
                    "永远轮不到这一行：它的情形都已由第 " + numbers(masked.by()) + " 行回答。建议：删去，或调整顺序。",
                    "this row never answers: row " + numbers(masked.by())
                            + " answers all its cases before it. Maybe remove it, or move it up.");
        }
        opaque(table, analysis);
        if (!analysis.decided()) {
            findings.add(
                    "rules.not-finished",
                    Weight.NOTE,
                    table.decision(),
                    0,
                    "",
                    "表太大或问题太多，缺口和重叠没有全部查完，已列出查到的。建议：先处理列出的，或把表拆开。",
                    "the table is too large or has too many gaps and overlaps to list them all; those found are given."
                            + " Maybe deal with them first, or split the table.");
        }
    }

    private void opaque(RuleTable table, TableAnalysis analysis) {
        if (!analysis.opaque().isEmpty()) {
            Cell first = analysis.opaque().getFirst();
            int more = analysis.opaque().size() - 1;
            findings.add(
                    "rules.not-analysed",
                    Weight.NOTE,
                    table.decision(),
                    first.row(),
                    first.name(),
                    "“" + first.text() + "”不是与固定值的比较" + (more > 0 ? "（另有 " + more + " 格）" : "")
                            + "，因此未查此表的缺口。建议：把算式放进列头，格内只写与固定值的比较。",
                    "\"" + first.text() + "\" is no comparison with fixed values"
                            + (more > 0 ? " (and " + more + " more cells)" : "")
                            + ", so gaps of this table were not looked for. Maybe put the formula in the column's head"
                            + " and only compare with fixed values in its cells.");
        }
    }

    private static String tests(Region region, String and, String all) {
        if (region.tests().isEmpty()) {
            return all;
        }
        List<String> tests = new ArrayList<>();
        region.tests().forEach((input, test) -> tests.add(input + " " + test));
        return String.join(" " + and + " ", tests);
    }

    private static String shown(Map<String, String> example) {
        List<String> values = new ArrayList<>();
        example.forEach((input, value) -> values.add(input + " = " + value));
        return String.join(", ", values);
    }

    private static String numbers(List<Integer> rows) {
        String all =
                String.join(", ", rows.stream().limit(5).map(String::valueOf).toList());
        return rows.size() > 5 ? all + " …" : all;
    }
}
