package org.diaodu.server.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something an account was told, and when it was read; {@link Telling} says what the parts are. */
public record Notice(
        long id,
        long account,
        String topic,
        String title,
        String body,
        String href,
        Instant toldAt,
        @Nullable Instant readAt) {}
