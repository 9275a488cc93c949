package org.diaodu.server.cockpit;

/**
 * How a reporting period stands.
 *
 * @param version what its figures are read from: a version of the lake, or the counter of changes to its returns
 * @param provisional whether it is not yet closed at province level
 */
public record Standing(String version, boolean provisional) {}
