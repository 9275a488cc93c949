package org.diaodu.server.whitelist;

import java.util.Arrays;
import java.util.Optional;

/** What an enterprise is on the list for. */
public enum Kind {
    SUPPLY("保供", "supply"),
    LOGISTICS("物流", "logistics");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    static Optional<Kind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
