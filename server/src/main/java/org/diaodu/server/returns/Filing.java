package org.diaodu.server.returns;

import java.time.Instant;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * One version of a return, as submitted.
 *
 * @param current whether it is the version that counts
 * @param unexplained findings that still need an explanation
 * @param findings all findings, hints included
 * @param rowVersion rises with every change of state; an action on an older one is stale
 */
public record Filing(
        long id,
        long enterpriseId,
        String region,
        Period period,
        int version,
        boolean current,
        ReturnState state,
        Source source,
        String filedBy,
        Instant filedAt,
        String digest,
        int unexplained,
        int findings,
        @Nullable String note,
        @Nullable String acceptedBy,
        int rowVersion) {

    /** How a version came in. */
    public enum Source {
        FORM("填报", "form"),
        UPLOAD("上传", "upload"),
        IMPORT("导入", "import"),
        TAKEN_OVER("历史接收", "taken over");

        private final String zh;
        private final String en;

        Source(String zh, String en) {
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
