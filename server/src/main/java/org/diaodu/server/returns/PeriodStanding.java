package org.diaodu.server.returns;

import java.time.Instant;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * How a reporting period stands within a scope.
 *
 * @param filed returns in, whatever their state
 * @param lakeVersion the version of the closed partition; null while the province has not closed: figures are provisional
 * @param changes a number that differs whenever any of these returns has changed
 * @param lastChange when a return was last filed
 */
public record PeriodStanding(
        Period period,
        int filed,
        int accepted,
        @Nullable Integer lakeVersion,
        String changes,
        @Nullable Instant lastChange) {

    public boolean isProvisional() {
        return lakeVersion == null;
    }
}
