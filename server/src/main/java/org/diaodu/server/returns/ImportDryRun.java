package org.diaodu.server.returns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.diaodu.server.returns.ImportReport.Problem;
import org.diaodu.server.returns.ImportReport.Weight;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.UnitSeen;
import org.diaodu.standards.Period;

/** Goes through a file without writing anything; not thread-safe, one per file. */
final class ImportDryRun {
    private static final int BATCH = 2_000;
    private static final int KEPT = 10_000;

    private final Period period;
    private final Judging judging;
    private final ReturnSheets sheets;
    private final Map<String, Integer> firstRow = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final int[] counts = new int[Weight.values().length];
    private int rows;
    private int fresh;
    private int changed;
    private int unchanged;

    ImportDryRun(Period period, Judging judging, ReturnSheets sheets) {
        this.period = period;
        this.judging = judging;
        this.sheets = sheets;
    }

    ImportReport run(SheetReader sheet, LongConsumer progress) {
        sheets.wrongUnits(sheet).forEach(this::wrongUnit);
        List<ReturnRow> batch = new ArrayList<>(BATCH);
        for (SheetRow row : sheet) {
            rows++;
            ReturnRow read = sheets.read(row);
            if (!row.sound() || read.creditCode().isEmpty()) {
                continue;
            }
            if (firstRow.putIfAbsent(read.creditCode(), row.number()) instanceof Integer first) {
                BatchRefused.Fault twice = BatchRefused.twice(read.creditCode());
                add(new Problem(
                        row.number(),
                        "统一社会信用代码",
                        read.creditCode(),
                        Weight.ERROR,
                        twice.code(),
                        read.creditCode(),
                        "",
                        twice.zh() + "（首次在第 " + first + " 行）",
                        twice.en() + " (first in row " + first + ")"));
                continue;
            }
            batch.add(read);
            if (batch.size() == BATCH) {
                judge(batch);
                batch.clear();
                progress.accept(rows);
            }
        }
        judge(batch);
        progress.accept(rows);
        sheet.faults().list().forEach(this::fault);
        counts[Weight.ERROR.ordinal()] += sheet.faults().count(org.diaodu.sheets.Severity.ERROR)
                - (int) sheet.faults().list().stream()
                        .filter(fault -> fault.severity() == org.diaodu.sheets.Severity.ERROR)
                        .count();
        if (rows == 0 && counts[Weight.ERROR.ordinal()] == 0) {
            add(new Problem(0, "", "", Weight.ERROR, "RT42", "", "", "文件没有数据行。", "The file has no rows."));
        }
        problems.sort(Comparator.comparing(Problem::weight).thenComparingInt(Problem::row));
        return new ImportReport(
                rows,
                fresh,
                changed,
                unchanged,
                counts[Weight.ERROR.ordinal()],
                counts[Weight.EXPLAIN.ordinal()],
                counts[Weight.HINT.ordinal()],
                List.copyOf(problems));
    }

    private void judge(List<ReturnRow> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Judging.Outcome outcome = judging.judge(period, batch, true);
        for (String code : outcome.notInTheList()) {
            BatchRefused.Fault unknown = BatchRefused.notInTheList(code, period);
            add(new Problem(
                    row(code), "统一社会信用代码", code, Weight.ERROR, unknown.code(), code, "", unknown.zh(), unknown.en()));
        }
        for (Judged judged : outcome.judged()) {
            if (judged.isUnchanged()) {
                unchanged++;
                continue;
            }
            if (judged.isNew()) {
                fresh++;
            } else {
                changed++;
            }
            judged.findings().forEach(finding -> found(judged, finding));
        }
    }

    private void found(Judged judged, Finding finding) {
        Weight weight = switch (finding.severity()) {
            case MUST_HOLD -> Weight.ERROR;
            case EXPLAIN -> finding.stillNeedsExplanation() ? Weight.EXPLAIN : Weight.HINT;
            case HINT -> Weight.HINT;
        };
        String code = judged.enterprise().creditCode();
        add(new Problem(
                row(code),
                sheets.itemName(finding.item()),
                code,
                weight,
                finding.code(),
                finding.value(),
                finding.expected(),
                finding.messageZh(),
                finding.messageEn()));
    }

    private void wrongUnit(UnitSeen seen) {
        add(new Problem(
                seen.place().row(),
                seen.column() == null ? "" : seen.column(),
                "",
                Weight.ERROR,
                "RT41",
                seen.unit(),
                "千元",
                "计量单位应与报表一致（金额为千元，用电量为万千瓦时，人数为人），请换算后再导入。",
                "Units must be those of the form (thousand yuan, 10 MWh, persons). Maybe convert the column first."));
    }

    private void fault(Fault fault) {
        Weight weight = switch (fault.severity()) {
            case ERROR -> Weight.ERROR;
            case WARNING, HINT -> Weight.HINT;
        };
        String column = fault.column();
        add(new Problem(
                fault.row(),
                (fault.place().letters() + " " + (column == null ? "" : column)).strip(),
                "",
                weight,
                fault.code(),
                fault.value(),
                "",
                fault.zh(),
                fault.en()));
    }

    private int row(String creditCode) {
        return firstRow.getOrDefault(creditCode, 0);
    }

    private void add(Problem problem) {
        counts[problem.weight().ordinal()]++;
        if (problems.size() < KEPT) {
            problems.add(problem);
        }
    }
}
