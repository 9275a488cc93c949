package org.diaodu.server.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says when business data last changed; implemented by the module that takes returns. */
public interface LastUpdate {

    @Nullable
    Instant lastUpdate();
}
