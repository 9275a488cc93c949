package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;
import java.util.List;
import org.diaodu.rules.model.RuleFault;
import org.jspecify.annotations.Nullable;

/**
 * An appeal of a table as the clock reads it.
 *
 * @param reading up to the first step that was not possible; null where it was never raised
 * @param refused that step
 */
record ClockedAppeal(
        String appeal, @Nullable Reading reading, @Nullable Refused refused) {

    /** The row whose step was not possible. */
    record Refused(int line, String event, StepRefused why) {}

    /** Rows after {@code now} have not happened yet. Throws {@link RuleFault} where no deadlines are known. */
    static ClockedAppeal of(String appeal, List<EventTable.Row> rows, AppealClock clock, LocalDateTime now) {
        Replay replay = clock.replay();
        Refused refused = null;
        for (EventTable.Row row : rows) {
            if (row.at().isAfter(now)) break;
            try {
                row.play(replay);
            } catch (StepRefused e) {
                refused = new Refused(row.line(), row.text(), e);
                break;
            }
        }
        return new ClockedAppeal(appeal, replay.isEmpty() ? null : replay.reading(now), refused);
    }
}
