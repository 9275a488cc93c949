package org.diaodu.server.registry;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise to be entered into the register.
 *
 * @param override why the credit code is accepted although its outer check fails
 * @param attributes what is true of it from {@code attributes.from()}, its month of entry
 * @param kind ENTRY or NEW_PLANT
 */
public record NewEnterprise(
        String creditCode, @Nullable String override, Attributes attributes, ListChange.Kind kind, String reason) {}
