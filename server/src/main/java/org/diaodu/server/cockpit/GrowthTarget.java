package org.diaodu.server.cockpit;

/** What a unit set out to reach: growth of value added over the year in per cent, with the document that says so. */
public record GrowthTarget(int year, String unit, double value, String source) {}
