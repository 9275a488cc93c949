package org.diaodu.server.returns.web;

import org.diaodu.server.returns.PeriodCount;

/** One line of the tree; {@code level} 0 is the total. */
public record CountLine(String code, String name, int level, PeriodCount count) {}
