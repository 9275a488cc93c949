package org.diaodu.server.returns;

import java.time.Instant;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * One closing of a period by a unit; reopening ends it, closing again makes the next version.
 *
 * @param enterprises returns accepted, {@code excused} enterprises without one
 * @param lakeVersion version of the partition a province wrote
 */
public record Closing(
        Period period,
        String region,
        int version,
        State state,
        int enterprises,
        int excused,
        @Nullable Integer lakeVersion,
        String closedBy,
        Instant closedAt,
        @Nullable String reopenRequestedBy,
        @Nullable String reopenReason,
        @Nullable String reopenedBy) {

    /** A closing stands until it is reopened. */
    public enum State {
        CLOSED("已关账", "closed"),
        REOPEN_REQUESTED("申请重开", "reopening asked for"),
        REOPENED("已重开", "reopened");

        private final String zh;
        private final String en;

        State(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    public boolean stands() {
        return state != State.REOPENED;
    }
}
