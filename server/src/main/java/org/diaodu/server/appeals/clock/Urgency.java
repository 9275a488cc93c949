package org.diaodu.server.appeals.clock;

/** How pressing an appeal is; the rule on deadlines may tell them apart. */
public enum Urgency {
    ORDINARY("一般", "ordinary"),
    URGENT("紧急", "urgent");

    private final String zh;
    private final String en;

    Urgency(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The word the rule knows. */
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
