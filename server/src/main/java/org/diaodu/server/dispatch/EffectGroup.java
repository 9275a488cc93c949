package org.diaodu.server.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * The cases of a group together.
 *
 * @param code of the cause, kind of measure, member unit or city; "" for all cases
 * @param cases how many are measured
 * @param effect null where it would tell on one enterprise to somebody who may not see it
 */
public record EffectGroup(
        Kind kind,
        String code,
        int cases,
        int unmeasured,
        @Nullable Effect effect) {

    /** What cases are grouped by. */
    public enum Kind {
        ALL,
        CAUSE,
        MEASURE,
        UNIT,
        CITY
    }
}
