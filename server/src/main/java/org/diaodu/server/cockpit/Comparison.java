package org.diaodu.server.cockpit;

/**
 * A figure the headline is set beside, with where it comes from.
 *
 * @param key what it is: target, nation, province, gdp, nationGdp or lastYear
 * @param value growth in per cent
 * @param differencePp headline less this figure, in points
 * @param source the document or the view behind it
 * @param href where it can be looked up
 */
public record Comparison(String key, double value, double differencePp, String source, String href) {}
