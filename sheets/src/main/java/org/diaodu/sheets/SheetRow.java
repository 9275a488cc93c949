package org.diaodu.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row. Each cell is asked for by the name of its column and in the type wanted; a cell that is empty, or not of
 * that type, gives null, and in the second case a fault is noted once.
 */
public final class SheetRow {

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    private final RawRow raw;
    private final Place place;
    private final Map<String, Integer> positions;
    private final List<String> headings;
    private final Map<String, SheetColumn> columns;
    private final Faults faults;
    private final BitSet faulty = new BitSet();
    private final BitSet hinted = new BitSet();

    SheetRow(
            RawRow raw,
            Place place,
            Map<String, Integer> positions,
            List<String> headings,
            Map<String, SheetColumn> columns,
            Faults faults) {
        this.raw = raw;
        this.place = place;
        this.positions = positions;
        this.headings = headings;
        this.columns = columns;
        this.faults = faults;
    }

    /** The row's number as the file's own program shows it, from 1. */
    public int number() {
        return raw.number();
    }

    /** Whether no error has been noted in this row so far. */
    public boolean sound() {
        return faulty.isEmpty();
    }

    /** The cell as it stands in the file; empty where there is none. */
    public String raw(String column) {
        return cell(column).text();
    }

    public boolean isBlank(String column) {
        return cell(column).isBlank();
    }

    /** The text without spaces at its ends. */
    public @Nullable String text(String column) {
        RawCell cell = checked(column);
        return cell == null ? null : unguarded(Letters.trimmed(cell.text()));
    }

    /** A code: plain digits and letters without spaces; leading zeros stay. */
    public @Nullable String code(String column) {
        RawCell cell = checked(column);
        if (cell == null) {
            return null;
        }
        String code = Letters.plain(unguarded(cell.text())).replace(" ", "");
        boolean scientific = SCIENTIFIC.matcher(code).matches();
        if (scientific || (cell.kind() == RawCell.Kind.NUMBER && code.length() > 15)) {
            return refuse(
                    column,
                    "sheets.code-as-number",
                    new Wording("编码被当作数字，末尾数位已丢失", "the code was kept as a number and has lost its last digits"),
                    new Wording("把该列设为“文本”格式后重新填写编码", "format the column as text and enter the code again"));
        }
        return code.isEmpty() ? null : code;
    }

    public @Nullable BigDecimal decimal(String column) {
        RawCell cell = checked(column);
        if (cell == null) {
            return null;
        }
        if (cell.kind() == RawCell.Kind.DATE || cell.kind() == RawCell.Kind.FLAG) {
            return refuse(
                    column,
                    "sheets.not-a-number",
                    new Wording("此列应为数值，单元格却是日期或是否值", "a date or a yes/no stands where a number is meant"),
                    new Wording("把单元格设为“数值”格式后重新填写", "format the cell as a number and enter it again"));
        }
        return switch (NumberText.parse(unguarded(cell.text()))) {
            case NumberText.Value(BigDecimal number) -> number;
            case NumberText.Empty() -> null;
            case NumberText.Refused(String code, Wording message, Wording advice) ->
                refuse(column, code, message, advice);
        };
    }

    /** The number as a double, NaN where there is none. */
    public double real(String column) {
        BigDecimal number = decimal(column);
        return number == null ? Double.NaN : number.doubleValue();
    }

    public @Nullable Long whole(String column) {
        BigDecimal number = decimal(column);
        if (number == null) {
            return null;
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return refuse(
                    column,
                    "sheets.not-whole",
                    new Wording("此列应为整数", "a whole number is meant here"),
                    new Wording("去掉小数，或检查是否填错了列", "leave the decimals away, or the figure belongs in another column"));
        }
    }

    /** Yes or no: true/false, 是/否, 1/0, y/n, yes/no, √/×. */
    public @Nullable Boolean flag(String column) {
        RawCell cell = checked(column);
        if (cell == null) {
            return null;
        }
        return switch (Letters.plain(cell.text()).toLowerCase(Locale.ROOT)) {
            case "true", "是", "1", "y", "yes", "√", "✓" -> Boolean.TRUE;
            case "false", "否", "0", "n", "no", "×", "✗" -> Boolean.FALSE;
            default ->
                refuse(
                        column,
                        "sheets.not-a-flag",
                        new Wording("此列应为“是”或“否”", "yes or no is meant here"),
                        new Wording("填写 是 或 否", "write true or false"));
        };
    }

    /** A date as 2022-03-31, 2022/3/31 or 2022年3月31日. */
    public @Nullable LocalDate date(String column) {
        RawCell cell = checked(column);
        if (cell == null) {
            return null;
        }
        Matcher parts = DATE.matcher(Letters.plain(cell.text()));
        try {
            if (parts.matches()) {
                return LocalDate.parse("%s-%02d-%02d"
                        .formatted(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
            }
        } catch (DateTimeParseException e) {
            return notADate(column);
        }
        return notADate(column);
    }

    private @Nullable LocalDate notADate(String column) {
        return refuse(
                column,
                "sheets.not-a-date",
                new Wording("不是日期", "this is not a date"),
                new Wording("写作 2022-03-31", "write it as 2022-03-31"));
    }

    /** Notes a fault the program itself found in a cell of this row, such as an unknown code. */
    public void fault(String code, Severity severity, String column, Wording message, Wording advice) {
        if (severity == Severity.ERROR) {
            faulty.set(position(column));
        }
        faults.add(new Fault(code, severity, place(column), raw(column), message, advice));
    }

    /** Where a cell of this row stands. */
    public Place place(String column) {
        Integer at = positions.get(column);
        return at == null ? place.column(0, column) : place.column(at + 1, heading(column, at));
    }

    void reportUnfilled(List<SheetColumn> expected) {
        for (SheetColumn column : expected) {
            if (column.filled() && positions.containsKey(column.name()) && isBlank(column.name())) {
                refuse(
                        column.name(),
                        "sheets.blank",
                        new Wording("必填的单元格为空", "a cell that must be filled is empty"),
                        new Wording("补填，或删去整行", "fill it, or remove the whole row"));
            }
        }
    }

    private String heading(String column, int at) {
        String heading = at < headings.size() ? headings.get(at) : "";
        return heading.equals(column) || heading.isEmpty() ? column : heading;
    }

    private RawCell cell(String column) {
        Integer at = positions.get(column);
        return at == null ? RawCell.BLANK : raw.cell(at);
    }

    private int position(String column) {
        Integer at = positions.get(column);
        return at == null ? headings.size() : at;
    }

    /** The cell if it holds anything usable; an error value is a fault, a formula's last value gets a hint. */
    private @Nullable RawCell checked(String column) {
        if (!columns.containsKey(column)) {
            throw new IllegalArgumentException("the column \"" + column + "\" was not asked for when the sheet was"
                    + " opened. Maybe add it to the columns: " + columns.keySet());
        }
        RawCell cell = cell(column);
        if (cell.isBlank()) {
            return null;
        }
        if (cell.kind() == RawCell.Kind.ERROR) {
            return cell.text().startsWith("=")
                    ? refuse(
                            column,
                            "sheets.formula-without-value",
                            new Wording("公式没有计算结果", "the formula has no computed value"),
                            new Wording(
                                    "在 Excel 或 WPS 中打开并保存一次，或填写数值",
                                    "open and save it in Excel or WPS, or write the figure itself"))
                    : refuse(
                            column,
                            "sheets.error-value",
                            new Wording("单元格是公式错误值", "the cell holds a formula's error value"),
                            new Wording("修正公式，或直接填写数值", "mend the formula or write the figure itself"));
        }
        if (cell.formula()) {
            hintFormula(column);
        }
        return cell;
    }

    private void hintFormula(String column) {
        int at = position(column);
        if (!hinted.get(at)) {
            hinted.set(at);
            faults.add(new Fault(
                    "sheets.formula",
                    Severity.HINT,
                    place(column),
                    raw(column),
                    new Wording("单元格是公式，取其上次计算的值", "the cell is a formula, its last computed value was taken"),
                    new Wording("确认无误，或粘贴为数值", "check it, or paste it as a value")));
        }
    }

    private <T> @Nullable T refuse(String column, String code, Wording message, Wording advice) {
        int at = position(column);
        if (!faulty.get(at)) {
            faulty.set(at);
            faults.add(new Fault(code, Severity.ERROR, place(column), raw(column), message, advice));
        }
        return null;
    }

    /** Takes away the apostrophe that guards a text against being run as a formula. */
    private static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && Guard.isDangerous(text.charAt(1))
                ? text.substring(1)
                : text;
    }
}
