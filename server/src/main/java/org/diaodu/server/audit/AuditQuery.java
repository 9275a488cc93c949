package org.diaodu.server.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the log are looked for; "" and null ask for all.
 *
 * @param who part of the sign-in name
 * @param action beginning of the action, e.g. "return."
 * @param subject the subject's id, or its type
 * @param from first day in Beijing time
 * @param to last day in Beijing time
 */
public record AuditQuery(
        String who,
        String action,
        String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
