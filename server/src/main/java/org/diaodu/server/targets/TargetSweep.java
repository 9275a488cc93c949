package org.diaodu.server.targets;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.database.LastLook;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at every open target again once something was written anywhere, or a day has passed. */
@Component
class TargetSweep {

    private final TargetRows rows;
    private final Standings standings;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final LastLook<LocalDate, Long> written = new LastLook<>();
    private final AtomicLong looks = new AtomicLong();
    private long last = -1;

    TargetSweep(TargetRows rows, Standings standings, BusinessClock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.standings = standings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelayString = "${diaodu.targets.first:5s}", fixedDelayString = "${diaodu.targets.every:60s}")
    void sweepIfWritten() {
        long now = AsSystem.call("targets", () -> written.get(clock.today(), looks::incrementAndGet));
        if (now == last) return;
        sweep();
        last = now;
    }

    /** Looks at each open target. */
    void sweep() {
        AsSystem.run("targets", () -> transaction.executeWithoutResult(status -> rows.open().forEach(standings::refresh)));
    }
}
