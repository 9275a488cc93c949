package org.diaodu.growth;

import org.jspecify.annotations.Nullable;

/** A node of one axis that a group lies in; {@code parent} is the code one level up, null at the top. */
public record Part(
        String axis,
        String level,
        String code,
        String name,
        @Nullable String parent) {}
