package org.diaodu.server.supply;

import java.util.Arrays;
import java.util.Optional;

/** What came of a report. */
public enum Result {
    SOLVED("已解决", "solved"),
    PARTLY("部分解决", "solved in part"),
    UNSOLVED("未解决", "not solved");

    private final String zh;
    private final String en;

    Result(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    static Optional<Result> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
