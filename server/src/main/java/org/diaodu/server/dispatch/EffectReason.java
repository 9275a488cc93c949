package org.diaodu.server.dispatch;

import org.diaodu.growth.effect.Unmeasured;

/** Why the effect of a case cannot be told. */
public enum EffectReason {
    NOT_IN_PANEL,
    EARLIER_CASE,
    TOO_EARLY,
    NO_HISTORY,
    NO_BASE,
    NO_RETURNS_AFTER,
    NO_NEIGHBOUR;

    private Unmeasured.Reason reason() {
        return Unmeasured.Reason.valueOf(name());
    }

    public String zh() {
        return reason().zh();
    }

    public String en() {
        return reason().en();
    }
}
