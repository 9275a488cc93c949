package org.diaodu.standards;

/** Who controls an enterprise, in the groups the province's industrial statistics are published by. */
public enum Ownership {
    STATE("国有控股", "state-controlled"),
    COLLECTIVE("集体", "collective"),
    PRIVATE("私营", "private"),
    FOREIGN("外商及港澳台", "foreign, Hong Kong, Macao and Taiwan"),
    OTHER("其他", "other");

    private final String zh;
    private final String en;

    Ownership(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * Reads 国有控股, 国有, 国企, 集体控股, 民营, 外资, 港澳台商 and the like, or the English name.
     *
     * @throws StandardsException {@code OWNERSHIP-UNKNOWN}
     */
    public static Ownership parse(String text) {
        String plain = PlainText.of(text);
        for (Ownership ownership : values()) {
            if (plain.equals(ownership.zh) || plain.equalsIgnoreCase(ownership.name())) return ownership;
        }
        if (plain.startsWith("国有") || plain.equals("国企") || plain.equals("央企")) return STATE;
        if (plain.startsWith("集体")) return COLLECTIVE;
        if (plain.startsWith("私") || plain.startsWith("民营")) return PRIVATE;
        if (plain.startsWith("外商") || plain.startsWith("外资") || plain.startsWith("港澳台")) return FOREIGN;
        if (plain.equals("其它")) return OTHER;
        throw new StandardsException(
                "OWNERSHIP-UNKNOWN",
                text,
                "没有控股类型“" + text + "”；请写 国有控股、集体、私营、外商及港澳台 或 其他。",
                "no ownership \"" + text + "\". Maybe STATE, COLLECTIVE, PRIVATE, FOREIGN or OTHER.");
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
