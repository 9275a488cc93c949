package org.diaodu.server.dispatch;

import java.time.Instant;
import org.diaodu.standards.Period;
import org.jspecify.annotations.Nullable;

/**
 * How the measurement of a province's cases stands.
 *
 * @param revision names what the figures kept were made from: closed periods, growth parameters and cases
 * @param first the first closed period they were made from, {@code last} the last; null where there were none
 * @param computedAt when they were made; null for not yet
 * @param stage of the measurement under way, with {@code done} of {@code whole} periods read; "" for none
 * @param fault why the last one failed; null if it did not
 */
public record EffectRun(
        String province,
        String revision,
        @Nullable Period first,
        @Nullable Period last,
        int cases,
        @Nullable Instant computedAt,
        String stage,
        int done,
        int whole,
        @Nullable String fault) {

    public boolean isUnderWay() {
        return !stage.isEmpty();
    }
}
