package org.diaodu.server.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.pages.LastUpdate;
import org.diaodu.server.pages.Surroundings;
import org.diaodu.server.pages.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the page frame says about the signed-in user and the day. */
@Component
class PlatformSurroundings implements Surroundings {

    private final BusinessClock clock;
    private final @Nullable LastUpdate lastUpdate;

    PlatformSurroundings(BusinessClock clock, ObjectProvider<LastUpdate> lastUpdate) {
        this.clock = clock;
        this.lastUpdate = lastUpdate.getIfAvailable();
    }

    @Override
    public @Nullable Visitor visitor() {
        Caller caller = Callers.current();
        if (!caller.isSignedIn()) return null;
        String unit = caller.unit() == null ? "" : caller.unit().name();
        return new Visitor(
                caller.displayName(),
                unit,
                caller.roles().stream().map(Role::name).collect(Collectors.toSet()));
    }

    @Override
    public LocalDate businessDate() {
        return clock.today();
    }

    @Override
    public boolean isSample() {
        return clock.isSample();
    }

    @Override
    public @Nullable Instant lastUpdate() {
        return lastUpdate == null ? null : lastUpdate.lastUpdate();
    }
}
