package org.diaodu.server.dispatch;

import java.util.List;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/** What the last measurement says of a case. */
public sealed interface CaseOutcome {

    /**
     * Measured.
     *
     * @param periods reporting periods after the opening
     * @param path growth by reporting period, oldest first
     */
    record Measured(int periods, Effect effect, List<PathPoint> path) implements CaseOutcome {}

    /** Not measured, with the name of the reason ({@link EffectReason}). */
    record NotMeasured(EffectReason reason) implements CaseOutcome {}

    /** Measured against so few enterprises that it would tell on one of them to somebody who may not see it. */
    record Withheld() implements CaseOutcome {}

    /** Opened after the last measurement, or there was none yet. */
    record NotYet() implements CaseOutcome {}

    /** Growth of the enterprise in a period and the mean of those it is compared with, in per cent. */
    record PathPoint(
            Period period,
            @Nullable Double growthPct,
            @Nullable Double matchedPct) {}
}
