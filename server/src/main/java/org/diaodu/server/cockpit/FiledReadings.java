package org.diaodu.server.cockpit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.diaodu.growth.Observations;
import org.diaodu.server.access.Scope;
import org.diaodu.server.returns.Observation;
import org.diaodu.server.returns.Returns;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** Reads observations through the returns module, which chooses between the lake and what is filed. */
@Component
class FiledReadings implements Readings {
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private final Returns returns;
    private final Map<Scope, Looked> looked = new ConcurrentHashMap<>();

    /** Standings of a scope and when they were looked up; under load one look serves half a second. */
    private record Looked(SortedMap<Period, Standing> standings, long at) {}

    FiledReadings(Returns returns) {
        this.returns = returns;
    }

    @Override
    public SortedMap<Period, Standing> standings(Scope scope) {
        return looked.compute(scope, (_, known) -> {
                    long now = System.nanoTime();
                    return known != null && now - known.at() < FRESH_NANOS ? known : new Looked(look(scope), now);
                })
                .standings();
    }

    private SortedMap<Period, Standing> look(Scope scope) {
        SortedMap<Period, Standing> standings = new TreeMap<>();
        returns.versions(scope)
                .forEach((period, version) -> standings.put(period, new Standing(version, !version.startsWith("v"))));
        return Collections.unmodifiableSortedMap(standings);
    }

    @Override
    public Observations read(Period period, Scope scope) {
        Observations.Builder rows = Observations.builder(period);
        for (Observation row : returns.observationsFor(period, scope)) {
            rows.add(
                            row.creditCode(),
                            row.name(),
                            row.region(),
                            row.industry(),
                            row.status(),
                            row.output(),
                            row.base(),
                            row.baseFiled(),
                            Map.of())
                    .with("size", row.size())
                    .with("ownership", row.ownership())
                    .with("park", row.park())
                    .with("chain", row.chain())
                    .with("key", Boolean.toString(row.keyList()));
        }
        return rows.build();
    }
}
