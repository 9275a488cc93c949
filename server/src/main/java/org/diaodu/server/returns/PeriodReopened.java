package org.diaodu.server.returns;

import org.diaodu.standards.Period;

/** A unit's closed reporting period was reopened by a second person. */
public record PeriodReopened(Period period, String region, String reason) {}
