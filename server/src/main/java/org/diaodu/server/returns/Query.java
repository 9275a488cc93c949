package org.diaodu.server.returns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question an analyst asked about a return or one of its items, with the clerk's answer. */
public record Query(
        long id,
        long filingId,
        @Nullable String item,
        String question,
        String askedBy,
        Instant askedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        State state) {

    /** A query is open until answered, answered until the analyst settles it. */
    public enum State {
        OPEN("待答复", "open"),
        ANSWERED("已答复", "answered"),
        SETTLED("已办结", "settled");

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
}
