package org.diaodu.server.returns;

import java.time.Instant;

/** Why an enterprise need not file for a period. */
public record Excuse(String reason, String excusedBy, Instant excusedAt) {}
