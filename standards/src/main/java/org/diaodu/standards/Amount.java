package org.diaodu.standards;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sum of money in a unit, exact. Two amounts are equal if value and unit are; {@link #compareTo} compares the money,
 * whatever the unit.
 */
public record Amount(BigDecimal value, AmountUnit unit) implements Comparable<Amount> {
    private static final Pattern FORM = Pattern.compile("([-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)([千万亿]?元?)");
    private static final int MOST_DIGITS = 30;

    public Amount {
        value = value.stripTrailingZeros();
        if (value.scale() < 0) value = value.setScale(0);
    }

    public static Amount of(long value, AmountUnit unit) {
        return new Amount(BigDecimal.valueOf(value), unit);
    }

    /**
     * Reads 1,234.5万元, １２３４, 3亿; a number without a unit takes {@code otherwise}.
     *
     * @throws StandardsException {@code AMOUNT-FORM}, also if there is no unit and {@code otherwise} is null
     */
    public static Amount parse(String text, @Nullable AmountUnit otherwise) {
        String plain = PlainText.of(text).replace('−', '-');
        Matcher m = FORM.matcher(plain);
        if (!m.matches() || plain.length() > MOST_DIGITS) {
            throw fault(text, "请只填数字，如 1234.5 或 1,234.5万元。", "Maybe only a number: 1234.5 or 1,234.5万元.");
        }
        AmountUnit unit = m.group(2).isEmpty() ? otherwise : AmountUnit.find(m.group(2));
        if (unit == null) throw fault(text, "请注明单位：元、千元、万元 或 亿元。", "Maybe add its unit： 元， 千元， 万元 or 亿元.");
        return new Amount(new BigDecimal(m.group(1).replace(",", "").replace("+", "")), unit);
    }

    private static StandardsException fault(String text, String zh, String en) {
        return new StandardsException(
                "AMOUNT-FORM", text, "读不懂金额“" + text + "”。" + zh, "cannot read the amount \"" + text + "\". " + en);
    }

    /** The value in another unit, exact. */
    public BigDecimal in(AmountUnit other) {
        return to(other).value;
    }

    /** The same money in another unit, exact. */
    public Amount to(AmountUnit other) {
        return new Amount(value.scaleByPowerOfTen(unit.powerOfTen() - other.powerOfTen()), other);
    }

    /** The sum, in this amount's unit. */
    public Amount plus(Amount other) {
        return new Amount(value.add(other.in(unit)), unit);
    }

    /** The difference, in this amount's unit. */
    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.in(unit)), unit);
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.in(unit));
    }

    /** 1234.5万元. */
    @Override
    public String toString() {
        return value.toPlainString() + unit.zh();
    }
}
