package org.diaodu.server.appeals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a proposal.
 *
 * @param version the draft that took it up; null where it was turned down, for the reason in {@code words}
 */
public record RoutingVerdict(
        String region,
        Subject subject,
        String levels,
        String before,
        String line,
        int returns,
        @Nullable Long version,
        String words,
        String decidedByName,
        Instant decidedAt) {}
