package org.diaodu.server.registry;

/** Whether an enterprise in the list is producing; a stopped one still files. */
public enum OperatingStatus {
    OPERATING("正常生产", "operating"),
    STOPPED("停产", "stopped");

    private final String zh;
    private final String en;

    OperatingStatus(String zh, String en) {
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
