package org.diaodu.server.cockpit.web;

import java.util.ArrayList;
import java.util.List;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Unit;
import org.diaodu.server.access.Units;
import org.diaodu.server.pages.Problem;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.springframework.stereotype.Component;

/** The unit an address speaks of, and the units around it that the caller may see. */
@Component
class Place {
    private final Units units;

    Place(Units units) {
        this.units = units;
    }

    /** The unit of this code; the caller's own if the code is empty; a unit outside one's own is denied. */
    Unit unit(String code) {
        if (code.isEmpty()) return Callers.current().ownUnit();
        Callers.requireUnit(code);
        return units.find(code).orElseGet(() -> region(code));
    }

    /** From the caller's own unit down to this one. */
    List<Unit> path(Unit unit) {
        List<Unit> path = new ArrayList<>();
        for (Region region : Regions.bundled().path(unit.code())) {
            if (Callers.current().scope().allows(region.code())) path.add(region(region.code()));
        }
        return path.isEmpty() ? List.of(unit) : path;
    }

    List<Unit> below(Unit unit) {
        return units.children(unit.code());
    }

    private static Unit region(String code) {
        Region region = Regions.bundled().find(code);
        if (region == null) {
            throw Problem.notFound(
                    "CO01",
                    "没有行政区划 " + code + "。可能是代码输错了。",
                    "There is no region " + code + ". Maybe the code is mistyped.");
        }
        return new Unit(
                region.code(),
                region.name(),
                switch (region.level()) {
                    case PROVINCE -> Unit.Level.PROVINCE;
                    case PREFECTURE -> Unit.Level.PREFECTURE;
                    case COUNTY, STATISTICAL -> Unit.Level.COUNTY;
                });
    }
}
