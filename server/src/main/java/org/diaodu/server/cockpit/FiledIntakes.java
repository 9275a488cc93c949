package org.diaodu.server.cockpit;

import java.util.List;
import org.diaodu.server.access.Scope;
import org.diaodu.server.access.Unit;
import org.diaodu.server.returns.PeriodStanding;
import org.diaodu.server.returns.Returns;
import org.diaodu.standards.Period;
import org.springframework.stereotype.Component;

/** Counts returns through the returns module. */
@Component
class FiledIntakes implements Intakes {
    private final Returns returns;

    FiledIntakes(Returns returns) {
        this.returns = returns;
    }

    @Override
    public Intake of(Unit unit, Period period) {
        int filed = returns.standings(new Scope(unit.prefix(), null)).stream()
                .filter(standing -> standing.period().equals(period))
                .mapToInt(PeriodStanding::filed)
                .sum();
        return new Intake(filed, filed, List.of());
    }
}
