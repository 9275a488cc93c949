package org.diaodu.server.targets;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.diaodu.server.steps.StepRefused;

/** Where a target stands. A verb gives the state after it, or refuses with what can be done; docs/targets.md draws them. */
public enum TargetState {
    PROPOSED("待确认", "proposed", EnumSet.of(Verb.EDIT, Verb.ACCEPT, Verb.WITHDRAW)),
    ACCEPTED("已入账", "accepted", EnumSet.of(Verb.REPORT, Verb.BREAK_DOWN, Verb.REPLACE, Verb.WITHDRAW)),
    TRACKED(
            "跟踪中",
            "tracked",
            EnumSet.of(Verb.REPORT, Verb.BREAK_DOWN, Verb.MEET, Verb.MISS, Verb.REPLACE, Verb.WITHDRAW)),
    MET("已完成", "met", EnumSet.of(Verb.REOPEN)),
    MISSED("未完成", "missed", EnumSet.of(Verb.REOPEN)),
    WITHDRAWN("已撤销", "withdrawn", EnumSet.of(Verb.RESTORE)),
    REPLACED("已被替换", "replaced", EnumSet.noneOf(Verb.class));

    private final String zh;
    private final String en;
    private final Set<Verb> possible;

    TargetState(String zh, String en, Set<Verb> possible) {
        this.zh = zh;
        this.en = en;
        this.possible = possible;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public Set<Verb> possible() {
        return Set.copyOf(possible);
    }

    /** Whether it counts: it was accepted, and nothing took its place. */
    public boolean counts() {
        return this == ACCEPTED || this == TRACKED || this == MET || this == MISSED;
    }

    /** Whether figures are still looked for. */
    public boolean isOpen() {
        return this == ACCEPTED || this == TRACKED;
    }

    /** Refuses a verb this state does not allow. */
    void require(Verb verb) {
        if (possible.contains(verb)) return;
        String zhPossible = possible.stream().map(Verb::zh).collect(Collectors.joining("、"));
        String enPossible = possible.stream().map(Verb::en).collect(Collectors.joining(", "));
        throw new StepRefused(
                "TG02",
                "该目标" + zh + "，不能“" + verb.zh() + "”；现在可以：" + (zhPossible.isEmpty() ? "查看替换它的目标" : zhPossible) + "。",
                "The target is " + en + "; one cannot " + verb.en() + " now. Possible: "
                        + (enPossible.isEmpty() ? "look at the one that replaced it" : enPossible) + ".");
    }
}
