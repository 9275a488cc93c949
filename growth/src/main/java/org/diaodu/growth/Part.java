package org.diaodu.growth;

import org.jspecify.annotations.Nullable;

/** A node of one axis that a group lies in; {@code above} is the node one level up, null at the top. */
public record Part(
        String axis,
        String level,
        String code,
        String name,
        @Nullable Part above) {

    /** The code one level up; null at the top. */
    public @Nullable String parent() {
        return above == null ? null : above.code;
    }
}
