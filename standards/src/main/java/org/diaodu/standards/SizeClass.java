package org.diaodu.standards;

import java.math.BigDecimal;

/**
 * The statistical size class of an industrial enterprise (统计上大中小微型企业划分办法 2017, industry): the highest class of
 * which both floors, staff and revenue, are reached; otherwise micro.
 */
public enum SizeClass {
    LARGE("大型", "large", 1000, 400_000),
    MEDIUM("中型", "medium", 300, 20_000),
    SMALL("小型", "small", 20, 3_000),
    MICRO("微型", "micro", 0, 0);

    private final String zh;
    private final String en;
    private final int staffFloor;
    private final long revenueFloorThousandYuan;

    SizeClass(String zh, String en, int staffFloor, long revenueFloorThousandYuan) {
        this.zh = zh;
        this.en = en;
        this.staffFloor = staffFloor;
        this.revenueFloorThousandYuan = revenueFloorThousandYuan;
    }

    /** The class for the staff and the yearly revenue. */
    public static SizeClass of(int staff, Amount revenue) {
        BigDecimal thousandYuan = revenue.in(AmountUnit.THOUSAND_YUAN);
        for (SizeClass size : values()) {
            boolean reachesRevenue = thousandYuan.compareTo(BigDecimal.valueOf(size.revenueFloorThousandYuan)) >= 0;
            if (staff >= size.staffFloor && reachesRevenue) return size;
        }
        return MICRO;
    }

    /** The class for the staff and the yearly revenue in 千元. */
    public static SizeClass of(int staff, double revenueThousandYuan) {
        for (SizeClass size : values()) {
            if (staff >= size.staffFloor && revenueThousandYuan >= size.revenueFloorThousandYuan) return size;
        }
        return MICRO;
    }

    /**
     * Reads 大型, 大, large or LARGE.
     *
     * @throws StandardsException {@code SIZE-UNKNOWN}
     */
    public static SizeClass parse(String text) {
        String plain = PlainText.of(text);
        for (SizeClass size : values()) {
            boolean inChinese = !plain.isEmpty() && size.zh.startsWith(plain);
            if (inChinese || plain.equals(size.zh + "企业") || plain.equalsIgnoreCase(size.name())) return size;
        }
        throw new StandardsException(
                "SIZE-UNKNOWN",
                text,
                "没有企业规模“" + text + "”；请写 大型、中型、小型 或 微型。",
                "no size class \"" + text + "\". Maybe 大型 large， 中型 medium， 小型 small or 微型 micro.");
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
