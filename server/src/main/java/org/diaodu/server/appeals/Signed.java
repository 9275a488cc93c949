package org.diaodu.server.appeals;

import java.time.LocalDateTime;

/**
 * Who took a step, for whom, and when.
 *
 * @param name what they sign in with
 * @param displayName what others read, {@code unit} likewise
 */
public record Signed(String name, String displayName, String unit, LocalDateTime at) {}
