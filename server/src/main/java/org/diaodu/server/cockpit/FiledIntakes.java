package org.diaodu.server.cockpit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.server.access.Unit;
import org.diaodu.server.returns.Completeness;
import org.diaodu.server.returns.PeriodCount;
import org.diaodu.standards.Period;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.springframework.stereotype.Component;

/** Counts returns through the returns module. */
@Component
class FiledIntakes implements Intakes {
    private final Completeness completeness;

    FiledIntakes(Completeness completeness) {
        this.completeness = completeness;
    }

    @Override
    public Intake of(Unit unit, Period period) {
        Map<String, PeriodCount> parts = new TreeMap<>();
        PeriodCount all = PeriodCount.NONE;
        for (Map.Entry<String, PeriodCount> region :
                completeness.byRegion(period).entrySet()) {
            if (!unit.contains(region.getKey())) continue;
            all = all.plus(region.getValue());
            parts.merge(below(unit, region.getKey()), region.getValue(), PeriodCount::plus);
        }
        return new Intake(all.filed(), expected(all), named(parts));
    }

    private static List<Intake.Part> named(Map<String, PeriodCount> parts) {
        return parts.entrySet().stream()
                .map(part -> {
                    Region region = Regions.bundled().find(part.getKey());
                    String name = region == null ? part.getKey() : region.name();
                    return new Intake.Part(part.getKey(), name, part.getValue().filed(), expected(part.getValue()));
                })
                .toList();
    }

    private static int expected(PeriodCount count) {
        return count.expected() - count.excused();
    }

    /** The region directly below the unit that this one belongs to. */
    private static String below(Unit unit, String code) {
        String child = code;
        for (Region region : Regions.bundled().path(code).reversed()) {
            if (region.code().equals(unit.code())) return child;
            child = region.code();
        }
        return code;
    }
}
