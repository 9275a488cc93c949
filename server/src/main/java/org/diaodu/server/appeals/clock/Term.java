package org.diaodu.server.appeals.clock;

import static org.diaodu.server.appeals.clock.Step.*;

import java.util.EnumSet;
import java.util.Set;

/** What has to be done in time: the steps with which its time begins, and those that end it. */
public enum Term {
    VERIFY("verify", "核实", EnumSet.of(RAISED, REOPENED, REROUTED), EnumSet.of(TAKEN, DISPUTED, WITHDRAWN)),
    SETTLE("settle", "归属裁定", EnumSet.of(DISPUTED), EnumSet.of(REROUTED, TAKEN, WITHDRAWN)),
    REPLY("reply", "答复", EnumSet.of(RAISED, REOPENED), EnumSet.of(REPLIED, RESOLVED, WITHDRAWN)),
    RESOLVE("resolve", "办结", EnumSet.of(RAISED, REOPENED), EnumSet.of(RESOLVED, EXTENSION_APPROVED, WITHDRAWN)),
    /** Resolving in extended time, whose days are counted from the beginning of the round. */
    EXTENDED("resolve_extended", "延期办结", EnumSet.of(EXTENSION_APPROVED), EnumSet.of(RESOLVED, WITHDRAWN));

    private final String code;
    private final String zh;
    private final Set<Step> begins;
    private final Set<Step> ends;

    Term(String code, String zh, Set<Step> begins, Set<Step> ends) {
        this.code = code;
        this.zh = zh;
        this.begins = begins;
        this.ends = ends;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    boolean beginsWith(Step step) {
        return begins.contains(step);
    }

    boolean endsWith(Step step) {
        return ends.contains(step);
    }
}
