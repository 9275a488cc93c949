package org.diaodu.server.supply;

import java.util.Arrays;
import java.util.Optional;

/** What an enterprise is in trouble with. */
public enum Trouble {
    MATERIAL("缺原材料", "material short"),
    PART("缺零部件", "parts short"),
    TRANSPORT("物流受阻", "transport blocked"),
    STAFF("人员受阻", "staff cannot get through");

    private final String zh;
    private final String en;

    Trouble(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    static Optional<Trouble> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
