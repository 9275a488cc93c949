package org.diaodu.server.supply;

/** The step that an office is expected to take, with a day by which. */
public enum Term {
    VERIFY("核实", "confirm"),
    PASS_UP("上报或办结", "pass up or settle"),
    WRITE("发函或办结", "write or settle"),
    REPLY("对方复函", "the other side's reply"),
    SETTLE("办结", "settle");

    private final String zh;
    private final String en;

    Term(String zh, String en) {
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
