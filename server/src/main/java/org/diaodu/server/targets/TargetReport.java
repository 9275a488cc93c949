package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A figure somebody reported.
 *
 * @param day the day it is of
 * @param value in base units
 * @param source where the figure comes from
 * @param recordedAt when it became known here
 * @param holds whether no later report of the same day took its place
 */
public record TargetReport(
        long id,
        LocalDate day,
        BigDecimal value,
        String source,
        String words,
        String actorName,
        String actorUnit,
        Instant recordedAt,
        boolean holds) {}
