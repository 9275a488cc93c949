package org.diaodu.server.dispatch;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a member unit can have to do, in the order it is told. */
public enum Holding {
    CASE("张调度单", "cases"),
    MEASURE("项措施", "measures"),
    APPEAL("件诉求", "appeals"),
    LETTER("封来函", "letters");

    private final String zh;
    private final String en;

    Holding(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** 1 张调度单、2 项措施: those of which there are none are left out. */
    public static String zh(Map<Holding, Long> held) {
        return told(held, "、", one -> one.zh, "没有在办事项");
    }

    /** 1 cases, 2 measures. */
    public static String en(Map<Holding, Long> held) {
        return told(held, ", ", one -> one.en, "nothing to do");
    }

    private static String told(Map<Holding, Long> held, String between, Function<Holding, String> word, String none) {
        String told = Arrays.stream(values())
                .filter(one -> held.getOrDefault(one, 0L) > 0)
                .map(one -> held.get(one) + " " + word.apply(one))
                .collect(Collectors.joining(between));
        return told.isEmpty() ? none : told;
    }
}
