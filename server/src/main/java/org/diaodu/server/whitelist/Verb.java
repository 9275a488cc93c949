package org.diaodu.server.whitelist;

import java.util.Collection;
import java.util.stream.Collectors;

/** What can be done to an entry. */
public enum Verb {
    GRANT("列入", "grant it"),
    REFUSE("不予列入", "refuse it"),
    REVOKE("撤销", "revoke it");

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

    /** Whether a reason has to be said. */
    public boolean needsWords() {
        return this != GRANT;
    }

    static String zh(Collection<Verb> verbs) {
        return verbs.isEmpty() ? "重新申请" : verbs.stream().map(Verb::zh).collect(Collectors.joining("、"));
    }

    static String en(Collection<Verb> verbs) {
        return verbs.isEmpty() ? "apply anew" : verbs.stream().map(Verb::en).collect(Collectors.joining(", "));
    }
}
