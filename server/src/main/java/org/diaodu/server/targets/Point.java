package org.diaodu.server.targets;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A figure of a day, in base units. */
public record Point(LocalDate day, BigDecimal value) {}
