package org.diaodu.server.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.cockpit.CockpitTile;
import org.diaodu.server.cockpit.CockpitTiles;
import org.diaodu.server.database.LastLook;
import org.diaodu.server.lists.Selection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits on the cockpit: how many paired enterprises were visited this month, and for how long the longest was not. */
@Component
@Order(30)
@Transactional(readOnly = true)
class VisitCounts implements CockpitTiles {

    private final PairedEnterprises enterprises;
    private final BusinessClock clock;
    private final LastLook<Key, Found> looks = new LastLook<>();

    VisitCounts(PairedEnterprises enterprises, BusinessClock clock) {
        this.enterprises = enterprises;
        this.clock = clock;
    }

    private record Key(Scope scope, String unit, LocalDate today) {}

    private record Found(long paired, long visited, long days, String name) {}

    @Override
    public List<CockpitTile> tiles(Unit unit) {
        Found found = looks.get(new Key(Callers.current().scope(), unit.code(), clock.today()), () -> look(unit));
        String paired = "/pairing?paired=true&region=" + unit.code();
        return List.of(
                new CockpitTile("visited", found.visited(), List.of(found.paired()), paired + "&visited=month"),
                new CockpitTile(
                        "unvisited",
                        found.days(),
                        List.of(found.name().isEmpty() ? "–" : found.name()),
                        paired + "&days=" + found.days()));
    }

    private Found look(Unit unit) {
        var paired = new PairingFilter("", unit.prefix(), "", "", "true", "", "");
        var visited = new PairingFilter("", unit.prefix(), "", "", "true", "", PairingFilter.THIS_MONTH);
        return enterprises.first(Selection.of(paired), 1).stream()
                .findFirst()
                .map(longest -> new Found(
                        enterprises.count(paired),
                        enterprises.count(visited),
                        Objects.requireNonNullElse(longest.daysWaiting(clock.today()), 0L),
                        longest.name()))
                .orElse(new Found(0, 0, 0, ""));
    }
}
