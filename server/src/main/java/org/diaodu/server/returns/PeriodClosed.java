package org.diaodu.server.returns;

import org.diaodu.standards.Period;

/** A unit has closed a reporting period; published after the transaction's commit is certain to be tried. */
public record PeriodClosed(Period period, String region, int version) {}
