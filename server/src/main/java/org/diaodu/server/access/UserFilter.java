package org.diaodu.server.access;

import org.jspecify.annotations.Nullable;

/**
 * Which users a list shows.
 *
 * @param text part of the name or display name; "" for all
 * @param role only those with this role
 * @param unit only those of units whose code begins so; "" for all
 * @param state "enabled", "disabled", "waiting" (locked for a while); "" for all
 */
public record UserFilter(String text, @Nullable Role role, String unit, String state) {}
