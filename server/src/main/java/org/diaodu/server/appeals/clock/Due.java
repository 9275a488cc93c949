package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import org.diaodu.server.steps.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A term of a round with its moment.
 *
 * @param from the event from which its days are counted
 * @param by the last moment in time; while the clock stands, what it would be if it ran again now
 * @param ended when a step ended it, {@code endedBy}; null while it is open
 */
public record Due(
        Term term,
        LocalDateTime from,
        LocalDateTime by,
        @Nullable LocalDateTime ended,
        @Nullable Step endedBy) {

    /** What became of a term. */
    public enum Outcome {
        OPEN("open", "在期限内"),
        OVERDUE("overdue", "超期"),
        IN_TIME("in_time", "按期"),
        LATE("late", "逾期完成"),
        /** Another time took its place. */
        EXTENDED("extended", "已延期"),
        DROPPED("dropped", "已撤回");

        private final String code;
        private final String zh;

        Outcome(String code, String zh) {
            this.code = code;
            this.zh = zh;
        }

        public String code() {
            return code;
        }

        public String zh() {
            return zh;
        }
    }

    /** What has become of it by that moment. */
    public Outcome outcome(LocalDateTime now) {
        if (ended == null) return now.isAfter(by) ? Outcome.OVERDUE : Outcome.OPEN;
        if (endedBy == Step.WITHDRAWN) return Outcome.DROPPED;
        if (endedBy == Step.EXTENSION_APPROVED) return Outcome.EXTENDED;
        return ended.isAfter(by) ? Outcome.LATE : Outcome.IN_TIME;
    }
}
