package org.diaodu.server.cockpit;

/**
 * What a unit set out to reach: growth of value added over the year in per cent, with the document that says so.
 *
 * @param href where it stands in the ledger
 */
public record GrowthTarget(int year, String unit, double value, String source, String href) {}
