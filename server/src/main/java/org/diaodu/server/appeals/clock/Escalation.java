package org.diaodu.server.appeals.clock;

import java.time.LocalDateTime;

/** A measure taken because a term was missed, on the morning when it is. At most one of each measure for a {@link Due}. */
public record Escalation(LocalDateTime at, Measure measure, Term term) {}
