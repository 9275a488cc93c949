package org.diaodu.server.pairing;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.diaodu.server.dispatch.PairedLeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells dispatch who looks after its enterprises. */
@Component
@Transactional(readOnly = true)
class LeadersOfCases implements PairedLeaders {

    private final PairingRows rows;

    LeadersOfCases(PairingRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<Long, String> of(Collection<Long> enterprises) {
        return rows.holding(enterprises).stream()
                .collect(Collectors.toMap(
                        Pairing::enterpriseId,
                        pairing -> pairing.leader().name() + "（"
                                + pairing.leader().unit().name()
                                + pairing.leader().post() + "）"));
    }
}
