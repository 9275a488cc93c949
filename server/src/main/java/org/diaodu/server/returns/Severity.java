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

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
