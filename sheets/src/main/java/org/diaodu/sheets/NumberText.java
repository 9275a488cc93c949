package org.diaodu.sheets;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands a number as people write it; what is not plainly one number is refused with advice, never guessed. */
public final class NumberText {

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([, ]\\d{3})+(\\.\\d*)?");
    private static final Pattern MIXED_GROUPS = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
    private static final Pattern WITH_UNIT = Pattern.compile("([+-]?[\\d,. ]*\\d)\\s*([^\\d\\s,.+-].*)");
    private static final Pattern CURRENCY = Pattern.compile("[\u00A5\uFFE5$€£].*|(?i)(rmb|cny|usd).*");
    private static final Pattern BRACKETED = Pattern.compile("\\(([\\d,. ]*\\d)\\)");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)[-—–_/\\\\…·.*xX]+|无|暂无|不详|空|缺|n/?a|nan|null|none|nil|\\?+");
    private static final int MOST_DIGITS = 34;

    private NumberText() {}

    /** What a text turned out to be. */
    public sealed interface Outcome {}

    public record Value(BigDecimal number) implements Outcome {}

    public record Empty() implements Outcome {}

    public record Refused(String code, Wording message, Wording advice) implements Outcome {}

    public static Outcome parse(String text) {
        String plain = Letters.plain(text)
                .replace('\u2212', '-')
                .replace('\u2010', '-')
                .replace('\u2011', '-');
        if (plain.startsWith("–") && plain.length() > 1) {
            plain = "-" + plain.substring(1);
        }
        if (plain.isEmpty()) {
            return new Empty();
        }
        if (PLAIN.matcher(plain).matches()) {
            return value(plain);
        }
        if (GROUPED.matcher(plain).matches() && !(plain.contains(",") && plain.contains(" "))) {
            return value(plain.replace(",", "").replace(" ", ""));
        }
        return refused(plain);
    }

    private static Outcome value(String digits) {
        BigDecimal number = new BigDecimal(digits);
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return new Refused(
                    "sheets.number-too-long",
                    new Wording("数字位数过多", "the number has too many digits"),
                    new Wording("检查是否多输了数字，或把编码误填在数值列", "a digit too many, or a code in a column of numbers"));
        }
        return new Value(number);
    }

    private static Refused refused(String plain) {
        Matcher bracketed = BRACKETED.matcher(plain);
        if (bracketed.matches()) {
            return new Refused(
                    "sheets.number-in-brackets",
                    new Wording("数字写在括号里", "the number stands in brackets"),
                    new Wording("负数请写作 -" + bracketed.group(1), "-" + bracketed.group(1) + " is meant: write a minus"));
        }
        if (plain.endsWith("%") || plain.endsWith("‰")) {
            return new Refused(
                    "sheets.percent",
                    new Wording("此列应为数值，不能填百分数", "a percentage stands where a number is meant"),
                    new Wording("填写数值本身，不带百分号", "write the figure itself without the percent sign"));
        }
        if (plain.startsWith("#")) {
            return new Refused(
                    "sheets.error-value",
                    new Wording("单元格是公式错误值", "the cell holds a formula's error value"),
                    new Wording("修正公式，或直接填写数值", "mend the formula or write the figure itself"));
        }
        if (PLACEHOLDER.matcher(plain).matches()) {
            return new Refused(
                    "sheets.placeholder",
                    new Wording("占位符不是数字", "a placeholder is not a number"),
                    new Wording(
                            "没有数据请留空，数值为零请填 0",
                            "leave the cell empty where there is no figure, write 0 where it is zero"));
        }
        if (CURRENCY.matcher(plain).matches()) {
            return new Refused(
                    "sheets.currency-sign",
                    new Wording("数字带有货币符号", "the number carries a currency sign"),
                    new Wording("只填数字，单位写在表头", "write the digits alone, the unit belongs in the heading"));
        }
        if (MIXED_GROUPS.matcher(plain).matches()) {
            return new Refused(
                    "sheets.decimal-comma",
                    new Wording("逗号与小数点用法相反", "point and comma are the other way round"),
                    new Wording("小数点用“.”，千位分隔用“，”", "use a point for decimals and a comma for thousands"));
        }
        Matcher unit = WITH_UNIT.matcher(plain);
        if (unit.matches()) {
            return new Refused(
                    "sheets.unit-in-number",
                    new Wording("数字后带有“" + unit.group(2) + "”", "\"" + unit.group(2) + "\" follows the number"),
                    new Wording(
                            "只填数字 " + unit.group(1).strip() + "，并按表头的单位换算",
                            "write " + unit.group(1).strip() + " alone, converted to the unit of the heading"));
        }
        if (plain.matches("[+-]?[\\d,]+(\\.\\d*)?") || plain.matches("[+-]?[\\d ]+(\\.\\d*)?")) {
            return new Refused(
                    "sheets.thousands",
                    new Wording("千位分隔的位置不对", "the thousands separators are not in the right places"),
                    new Wording("每三位一个逗号，或不用分隔符", "one comma for every three digits, or none at all"));
        }
        return new Refused(
                "sheets.not-a-number",
                new Wording("不是数字", "this is not a number"),
                new Wording("填写阿拉伯数字，没有数据请留空", "write digits, or leave the cell empty where there is no figure"));
    }
}
