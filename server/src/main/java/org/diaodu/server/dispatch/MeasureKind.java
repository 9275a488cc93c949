package org.diaodu.server.dispatch;

import java.util.Arrays;

/** What a measure is about. */
public enum MeasureKind {
    MARKET("开拓市场", "Markets"),
    MATERIALS("原材料保供", "Materials"),
    ENERGY("用能保障", "Energy"),
    TRANSPORT("物流保畅", "Transport"),
    FUNDS("融资服务", "Funds"),
    STAFF("用工保障", "Staff"),
    POLICY("政策兑现", "Policies paid out"),
    TECHNOLOGY("技术改造", "Technology"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    MeasureKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** The kind of this name; {@link #OTHER} for anything else. */
    public static MeasureKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }
}
