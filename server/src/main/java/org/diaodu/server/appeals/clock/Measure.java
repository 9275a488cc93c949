package org.diaodu.server.appeals.clock;

/** What is done about a missed term, one after the other. */
public enum Measure {
    REMINDER("reminder", "催办"),
    SUPERVISION("supervision", "督办"),
    BRIEF("brief", "简报通报");

    private final String code;
    private final String zh;

    Measure(String code, String zh) {
        this.code = code;
        this.zh = zh;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }
}
