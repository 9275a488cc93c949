package org.diaodu.server.steps;

import java.time.Instant;

/**
 * Who took a step, for whom, and when.
 *
 * @param name what they sign in with
 * @param displayName what others read, {@code unit} likewise
 */
public record Signature(String name, String displayName, String unit, Instant at) {}
