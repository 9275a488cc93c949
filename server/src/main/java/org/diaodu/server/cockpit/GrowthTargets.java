package org.diaodu.server.cockpit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The growth targets of units by year, as the ledger of targets has them and the caller sees them. */
public interface GrowthTargets {

    /** The unit's target for the year; null if none counts. */
    @Nullable GrowthTarget find(int year, String unit);

    /** Every target that counts, the latest year first, then by unit. */
    List<GrowthTarget> all();
}
