package org.diaodu.server.pairing;

import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.appeals.Appeal;
import org.diaodu.server.appeals.LookedAfter;
import org.diaodu.server.calendar.BusinessClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the room of appeals whom the caller looks after. */
@Component
@Transactional(readOnly = true)
class EnterprisesOfLeaders implements LookedAfter {

    private final PairingRows rows;
    private final BusinessClock clock;

    EnterprisesOfLeaders(PairingRows rows, BusinessClock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<One> find(long enterprise) {
        return rows.holding(enterprise)
                .filter(pairing -> PairingRights.mayServe(Callers.current(), pairing.leader()))
                .map(pairing -> new One(
                        raiser(pairing),
                        pairing.leader().name() + "（" + pairing.leader().unit().name()
                                + pairing.leader().post() + "）"));
    }

    @Override
    public Optional<One> hold(long enterprise) {
        rows.share(enterprise);
        return find(enterprise);
    }

    @Override
    public Optional<Appeal.Raiser> before(long enterprise) {
        if (find(enterprise).isPresent()) return Optional.empty();
        return rows.history(enterprise).stream()
                .filter(pairing -> PairingRights.isOf(Callers.current(), pairing.leader()))
                .filter(pairing -> !pairing.since().isAfter(clock.today()))
                .findFirst()
                .map(EnterprisesOfLeaders::raiser);
    }

    private static Appeal.Raiser raiser(Pairing pairing) {
        return new Appeal.Raiser(pairing.enterpriseId(), pairing.enterpriseName(), pairing.region());
    }
}
