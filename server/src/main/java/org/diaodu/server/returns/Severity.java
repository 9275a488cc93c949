package org.diaodu.server.returns;

/** What a violated rule asks for: nothing is filed against MUST_HOLD, EXPLAIN wants a text, a HINT is only shown. */
public enum Severity {
    MUST_HOLD("必须成立", "must hold"),
    EXPLAIN("须说明", "explain"),
    HINT("提示", "hint");

    private final String zh;
    private final String en;

    Severity(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** By its Chinese name, as rules write it. */
    static Severity read(String zh) {
        for (Severity severity : values()) {
            if (severity.zh.equals(zh)) {
                return severity;
            }
        }
        throw new IllegalStateException("a check says its level is '" + zh + "'. Maybe 必须成立, 须说明 or 提示 was meant.");
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
