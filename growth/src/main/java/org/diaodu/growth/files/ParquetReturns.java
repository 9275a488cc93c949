package org.diaodu.growth.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.diaodu.lake.DuckDb;
import org.diaodu.lake.LakeFault;
import org.diaodu.sheets.Fault;
import org.diaodu.sheets.Faults;
import org.diaodu.sheets.Nearest;
import org.diaodu.sheets.Place;
import org.diaodu.sheets.Severity;
import org.diaodu.sheets.Wording;

/** Reads a return file in Parquet through an engine that reaches that file only. */
final class ParquetReturns {
    private static final Set<ReturnColumn> NOT_CODED = EnumSet.of(ReturnColumn.CREDIT_CODE, ReturnColumn.NAME);
    private static final List<ReturnColumn> NEVER_BLANK = Arrays.stream(ReturnColumn.values())
            .filter(column -> column.required() && !column.isNumber())
            .toList();

    private ParquetReturns() {}

    /** Hands every row to the checks; returns the columns the file has, none if it cannot be read as returns. */
    static Set<ReturnColumn> read(Path file, ReturnChecks checks, Faults faults) {
        try (DuckDb engine = DuckDb.over(List.of(file))) {
            String table = "read_parquet(" + DuckDb.literal(file) + ")";
            List<String> names = engine.frame("select * from " + table + " limit 0", List.of())
                    .columns();
            Set<ReturnColumn> there = EnumSet.noneOf(ReturnColumn.class);
            for (ReturnColumn column : ReturnColumn.values()) {
                if (names.contains(column.heading())) there.add(column);
                else if (column.required()) faults.add(missing(file, column, names));
            }
            if (faults.hasErrors()) return Set.of();
            Set<Integer> noNumbers = reportNoNumbers(engine, table, file, there, faults);
            CodedTable rows = CodedTable.read(engine, table, columns(there), "true", List.of());
            var row = new ParquetRow(String.valueOf(file.getFileName()), rows, faults);
            for (int at = 0; at < rows.rows(); at++) {
                row.moveTo(at);
                boolean sound = !noNumbers.contains(at + 1);
                int before = faults.count(Severity.ERROR);
                reportBlanks(row);
                checks.check(row, () -> sound && faults.count(Severity.ERROR) == before);
            }
            return there;
        } catch (LakeFault fault) {
            faults.add(ReturnFiles.ofFile(
                    file,
                    "growth.parquet",
                    fault.chinese(),
                    fault.english(),
                    "检查文件是否完整",
                    "the file is damaged or not Parquet"));
            return Set.of();
        }
    }

    private static void reportBlanks(ParquetRow row) {
        for (ReturnColumn column : NEVER_BLANK) {
            if (row.isBlank(column)) {
                row.error("sheets.blank", column, "必填的单元格为空", "a cell that must be filled is empty", "补填", "fill it");
            }
        }
    }

    /** Names are left out: nothing the command writes has them. */
    private static CodedTable.Columns columns(Set<ReturnColumn> there) {
        return new CodedTable.Columns(
                headings(there, column -> !column.isNumber() && !NOT_CODED.contains(column)),
                headings(there, ReturnColumn::isNumber),
                List.of(ReturnColumn.CREDIT_CODE.heading()));
    }

    private static List<String> headings(Set<ReturnColumn> there, Predicate<ReturnColumn> wanted) {
        return there.stream().filter(wanted).map(ReturnColumn::heading).toList();
    }

    /** Notes texts in columns of numbers; returns their rows. */
    private static Set<Integer> reportNoNumbers(
            DuckDb engine, String table, Path file, Set<ReturnColumn> columns, Faults faults) {
        var rows = new HashSet<Integer>();
        for (ReturnColumn column : columns) {
            if (!column.isNumber() || !hasNoNumbers(engine, table, column)) continue;
            String sql = """
                    select row, text from (
                      select row_number() over () as row, cast(%1$s as varchar) as text,
                             try_cast(%1$s as double) as number from %2$s)
                    where text is not null and (number is null or not isfinite(number))
                    """.formatted(column.heading(), table);
            List<Fault> found = engine.query(
                    sql,
                    List.of(),
                    row -> new Fault(
                            "sheets.not-a-number",
                            Severity.ERROR,
                            new Place(
                                    String.valueOf(file.getFileName()), null, (int) row.whole(0), 0, column.heading()),
                            String.valueOf(row.text(1)),
                            new Wording("不是数字", "this is not a number"),
                            new Wording("该列应为数值类型", "the column should have a numeric type")));
            for (Fault fault : found) {
                faults.add(fault);
                rows.add(fault.row());
            }
        }
        return rows;
    }

    private static boolean hasNoNumbers(DuckDb engine, String table, ReturnColumn column) {
        String sql = """
                select 1 from %2$s where %1$s is not null
                  and (try_cast(%1$s as double) is null or not isfinite(try_cast(%1$s as double))) limit 1
                """.formatted(column.heading(), table);
        return !engine.query(sql, List.of(), row -> true).isEmpty();
    }

    private static Fault missing(Path file, ReturnColumn column, List<String> names) {
        String nearest = Nearest.to(column.heading(), new ArrayList<>(names));
        return new Fault(
                "sheets.missing-column",
                Severity.ERROR,
                new Place(String.valueOf(file.getFileName()), null, 0, 0, column.heading()),
                "",
                new Wording(
                        "缺少必需的列“" + column.heading() + "”",
                        "the required column \"" + column.heading() + "\" is missing"),
                nearest == null
                        ? new Wording("加上这一列", "add it")
                        : new Wording("“" + nearest + "”应改名", "\"" + nearest + "\" is it: rename it"));
    }
}
