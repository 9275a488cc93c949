package org.diaodu.server.cockpit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diaodu.growth.Observations;
import org.diaodu.server.access.Scope;
import org.diaodu.server.database.LastLook;
import org.diaodu.server.returns.Observation;
import org.diaodu.server.returns.Returns;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** Reads observations through the returns module, which chooses between the lake and what is filed. */
@Component
class FiledReadings implements Readings {
    private final Returns returns;
    private final LastLook<Scope, SortedMap<Period, Standing>> standings = new LastLook<>("closing", "filing");

    FiledReadings(Returns returns) {
        this.returns = returns;
    }

    @Override
    public SortedMap<Period, Standing> standings(Scope scope) {
        return standings.get(scope, () -> look(scope));
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
