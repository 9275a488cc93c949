package org.diaodu.server.returns;

import org.diaodu.server.steps.StepRefused;
import org.diaodu.standards.Period;

/** Periods in which returns are filed: January–February together, then every month. */
final class ReportingPeriods {

    private ReportingPeriods() {}

    static Period require(Period period) {
        if (!period.isReporting()) {
            throw new StepRefused(
                    "RT01",
                    period.chinese() + "不是填报期；1月和2月合并填报，请用 "
                            + period.reporting().chinese() + "。",
                    period.iso() + " is not a period in which returns are filed. Maybe "
                            + period.reporting().iso() + ".");
        }
        return period;
    }
}
