package org.diaodu.standards;

/**
 * The statistical size classes of enterprises (统计上大中小微型企业划分办法). Which one an enterprise belongs to is said by
 * the rule {@code size-class} of the rule book.
 */
public enum SizeClass {
    LARGE("大型", "large"),
    MEDIUM("中型", "medium"),
    SMALL("小型", "small"),
    MICRO("微型", "micro");

    private final String zh;
    private final String en;

    SizeClass(String zh, String en) {
        this.zh = zh;
        this.en = en;
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
