package org.diaodu.server.supply;

import java.util.List;
import org.diaodu.server.access.MemberUnit;
import org.diaodu.server.dispatch.HandOver;
import org.diaodu.server.dispatch.HeldByUnits;
import org.diaodu.server.dispatch.Holding;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands over the letters from other provinces that a member unit has to reply to; the day by which stays. */
@Component
@Order(2)
@Transactional
class LettersOfUnits implements HeldByUnits {

    private final LetterRows rows;
    private final LetterSteps steps;

    LettersOfUnits(LetterRows rows, LetterSteps steps) {
        this.rows = rows;
        this.steps = steps;
    }

    @Override
    @Transactional(readOnly = true)
    public List<HandOver.Held> of(String unit, int most) {
        return rows.with(unit).stream()
                .limit(most)
                .map(one -> new HandOver.Held(
                        Holding.LETTER, "/supply/letters/" + one.id(), one.number(), one.officeShown(), one.subject()))
                .toList();
    }

    @Override
    public void lock(String unit) {
        rows.lockThoseWith(unit);
    }

    @Override
    public void handOver(MemberUnit from, MemberUnit to, String words) {
        for (Letter one : rows.lockThoseWith(from.code())) steps.handOver(one, to.code(), words);
    }
}
