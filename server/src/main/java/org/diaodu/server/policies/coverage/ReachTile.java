package org.diaodu.server.policies.coverage;

import java.time.LocalDate;
import java.util.List;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.cockpit.CockpitTiles;
import org.diaodu.server.database.LastLook;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Policies on the cockpit: how many enterprises have something of what they are entitled to. */
@Component
@Order(40)
@Transactional(readOnly = true)
class ReachTile implements CockpitTiles {

    private final PolicyCoverage coverage;
    private final BusinessClock clock;
    private final LastLook<Key, Reached> looks = new LastLook<>();

    ReachTile(PolicyCoverage coverage, BusinessClock clock) {
        this.coverage = coverage;
        this.clock = clock;
    }

    private record Key(Scope scope, String unit, LocalDate today) {}

    @Override
    public List<CockpitTile> tiles(Unit unit) {
        Reached found =
                looks.get(new Key(Callers.current().scope(), unit.code(), clock.today()), () -> coverage.total(unit));
        return List.of(new CockpitTile(
                "policyReach", found.got(), List.of(found.entitled()), "/policies/coverage?unit=" + unit.code()));
    }
}
