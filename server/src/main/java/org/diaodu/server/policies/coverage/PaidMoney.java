package org.diaodu.server.policies.coverage;

import java.math.BigDecimal;
import org.diaodu.server.access.Unit;
import org.diaodu.server.targets.Counted;
import org.diaodu.server.targets.Measure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was paid this year under policies, for targets that are set on it. */
@Component
@Transactional(readOnly = true)
class PaidMoney implements Counted {

    private final PolicyCoverage coverage;

    PaidMoney(PolicyCoverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public Measure measure() {
        return Measure.MONEY_PAID;
    }

    @Override
    public BigDecimal of(Unit unit) {
        return BigDecimal.valueOf(coverage.total(unit).paidFen(), 2);
    }
}
