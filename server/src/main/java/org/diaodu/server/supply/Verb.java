package org.diaodu.server.supply;

import java.util.Collection;
import java.util.stream.Collectors;

/** What can be done to a report. */
public enum Verb {
    CONFIRM("核实", "confirm it"),
    RETURN("退回企业", "return it"),
    SUPPLEMENT("补充重报", "supplement it"),
    PASS_UP("上报省级", "pass it up"),
    WRITE("发协调函", "write a letter"),
    REPLY("登记复函", "record the reply"),
    SETTLE("办结", "settle it"),
    WITHDRAW("撤回", "withdraw it");

    private final String zh;
    private final String en;

    Verb(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether something has to be said: a reason, the reply, what was done. */
    public boolean needsWords() {
        return this == RETURN || this == REPLY || this == SETTLE || this == WITHDRAW;
    }

    static String zh(Collection<Verb> verbs) {
        return verbs.isEmpty() ? "另行上报" : verbs.stream().map(Verb::zh).collect(Collectors.joining("、"));
    }

    static String en(Collection<Verb> verbs) {
        return verbs.isEmpty() ? "report anew" : verbs.stream().map(Verb::en).collect(Collectors.joining(", "));
    }
}
