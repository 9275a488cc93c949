package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import org.diaodu.server.appeals.clock.Measure;
import org.jspecify.annotations.Nullable;

/**
 * An appeal in a list.
 *
 * @param unitName of the unit that has it
 * @param measure the farthest measure taken in this round; null for none
 * @param overdue whether what is due was missed
 */
public record AppealLine(
        Appeal appeal, String unitName, @Nullable Measure measure, boolean overdue) {

    static boolean isOverdue(Appeal one, LocalDateTime now) {
        LocalDateTime due = one.due();
        return due != null && due.isBefore(now);
    }
}
