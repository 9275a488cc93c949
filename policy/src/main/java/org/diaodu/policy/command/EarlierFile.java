package org.diaodu.policy.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diaodu.policy.stacking.Candidate;
import org.diaodu.policy.stacking.Earlier;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Nearest;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.SheetColumn;
import org.diaodu.sheets.SheetReader;
import org.diaodu.sheets.SheetRow;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;

/** What was paid before: a csv or xlsx file of 企业, 条款, 项目 (may be empty), 金额 in yuan and 日期. */
final class EarlierFile {

    private static final String CLAUSE = "条款";
    private static final String PROJECT = "项目";
    private static final String AMOUNT = "金额";
    private static final String PAID_ON = "日期";

    private EarlierFile() {}

    /**
     * The payments by the enterprise's line; those of the day's year count against groups and ceilings.
     *
     * @param enterprises the keys, in the order of their lines
     */
    static Map<Integer, List<Earlier>> read(
            Path file,
            SubjectHeadings headings,
            Set<String> enterprises,
            List<String> clauses,
            LocalDate day,
            List<Wording> faults) {
        List<SheetColumn> columns = new ArrayList<>(headings.columns().subList(0, 1));
        columns.add(SheetColumn.code(CLAUSE, "clause").inEveryRow());
        columns.add(SheetColumn.code(PROJECT, "项目代码", "产品", "project"));
        columns.add(SheetColumn.decimal(AMOUNT, "已拨付金额", "amount").inEveryRow());
        columns.add(SheetColumn.date(PAID_ON, "拨付日期", "date").inEveryRow());
        Map<String, Integer> lines = new HashMap<>();
        enterprises.forEach(key -> lines.put(key, lines.size()));
        Map<Integer, List<Earlier>> paid = new HashMap<>();
        try (SheetReader reader = SheetReader.open(file, columns)) {
            for (SheetRow row : reader) {
                String enterprise = row.code(SubjectHeadings.ENTERPRISE);
                String clause = row.code(CLAUSE);
                Integer line = enterprise == null ? null : lines.get(enterprise);
                if (enterprise != null && line == null) {
                    refuse(
                            row,
                            SubjectHeadings.ENTERPRISE,
                            "企业文件里没有这家企业",
                            "the file of enterprises has no such enterprise");
                }
                if (clause != null && !clauses.contains(clause)) {
                    String nearest = Nearest.to(clause, clauses);
                    refuse(
                            row,
                            CLAUSE,
                            "没有这个条款" + (nearest == null ? "" : "，也许是 " + nearest),
                            "there is no such clause" + (nearest == null ? "" : ", perhaps " + nearest));
                }
                Long fen = fen(row);
                LocalDate on = row.date(PAID_ON);
                if (line != null && clause != null && fen != null && on != null && clauses.contains(clause)) {
                    paid.computeIfAbsent(line, key -> new ArrayList<>())
                            .add(new Earlier(clause, row.code(PROJECT), fen, on.getYear() == day.getYear()));
                }
            }
            for (Fault fault : reader.faults().list()) {
                if (fault.severity() == Severity.ERROR) {
                    faults.add(new Wording(fault.zh(), fault.en()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paid;
    }

    private static @Nullable Long fen(SheetRow row) {
        BigDecimal yuan = row.decimal(AMOUNT);
        if (yuan == null) {
            return null;
        }
        BigDecimal fen = yuan.movePointRight(2);
        if (fen.signum() < 0
                || fen.compareTo(BigDecimal.valueOf(Candidate.MOST)) > 0
                || fen.setScale(0, RoundingMode.DOWN).compareTo(fen) != 0) {
            refuse(
                    row,
                    AMOUNT,
                    "应是 0 到 1000 亿元之间、至多两位小数的金额",
                    "it should be between 0 and 100 billion yuan with at most two places");
            return null;
        }
        return fen.longValueExact();
    }

    private static void refuse(SheetRow row, String column, String zh, String en) {
        row.fault(
                "policy.earlier", Severity.ERROR, column, new Wording(zh, en), new Wording("核对这一格", "check this cell"));
    }
}
