package org.diaodu.server.cockpit;

import org.diaodu.growth.Suppression;
import org.springframework.stereotype.Component;

/** Works out views of growth and keeps the latest. */
@Component
public class GrowthTables {
    private final Recent<Key, GrowthTable> recent = new Recent<>(200);

    private record Key(GrowthQuery query, String version, String before, long revision) {}

    /** The view of a query on the figures as they stand. */
    public GrowthTable of(GrowthQuery query, GrowthFigures.Snapshot figures) {
        var key = new Key(
                query,
                figures.version(query.period()),
                query.against() == null ? "" : figures.version(query.against()),
                figures.revision());
        return recent.get(key, () -> GrowthTable.of(query, figures, account -> account));
    }

    /** The same for people outside the unit: small cells and all enterprises are withheld. */
    public GrowthTable forOutside(GrowthQuery query, GrowthFigures.Snapshot figures) {
        return GrowthTable.of(query, figures, Suppression::of);
    }
}
