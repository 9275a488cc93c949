package org.diaodu.server.documents;

import java.util.EnumSet;
import java.util.Set;

/** What became of a statement the reader found. */
public enum StatementState {
    READ("待核对", "to be looked at"),
    ACCEPTED("已确认", "accepted"),
    CORRECTED("已更正", "corrected"),
    REJECTED("不是数据", "rejected");

    private final String zh;
    private final String en;

    StatementState(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether people stand behind it. */
    public boolean isGood() {
        return this == ACCEPTED || this == CORRECTED;
    }

    Set<StatementVerb> possible() {
        return this == READ
                ? EnumSet.of(StatementVerb.ACCEPT, StatementVerb.CORRECT, StatementVerb.REJECT)
                : EnumSet.of(StatementVerb.CORRECT, StatementVerb.REOPEN);
    }
}
