package org.diaodu.server.pairing;

import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.appeals.Appeal;
import org.diaodu.server.appeals.LookedAfter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the room of appeals whom the caller looks after. */
@Component
@Transactional(readOnly = true)
class EnterprisesOfLeaders implements LookedAfter {

    private final PairingRows rows;

    EnterprisesOfLeaders(PairingRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<One> find(long enterprise) {
        return rows.holding(enterprise)
                .filter(pairing -> PairingRights.mayServe(Callers.current(), pairing.leader()))
                .map(pairing -> new One(
                        new Appeal.Raiser(pairing.enterpriseId(), pairing.enterpriseName(), pairing.region()),
                        pairing.leader().name() + "（" + pairing.leader().unit().name()
                                + pairing.leader().post() + "）"));
    }
}
