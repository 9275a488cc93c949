package org.diaodu.server.appeals;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.appeals.clock.Reading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds, supervises and names what was missed. Only appeals whose next look is due are read; platforms that sweep at once share
 * them out, and one that is killed leaves its batch to the next sweep.
 */
@Component
class AppealSweep {

    private static final Logger log = LoggerFactory.getLogger(AppealSweep.class);
    private static final int BATCH = 500;

    private final AppealRows rows;
    private final AppealTimeline timeline;
    private final AppealClocks clocks;
    private final Escalations escalations;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    AppealSweep(
            AppealRows rows,
            AppealTimeline timeline,
            AppealClocks clocks,
            Escalations escalations,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.timeline = timeline;
        this.clocks = clocks;
        this.escalations = escalations;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    @Scheduled(initialDelayString = "${diaodu.appeals.every:30s}", fixedDelayString = "${diaodu.appeals.every:30s}")
    void sweep() {
        sweep(clocks.now());
    }

    /** Takes every measure that is due by now and gives how many there were. */
    int sweep(LocalDateTime now) {
        return AsSystem.call("appeals", () -> {
            int taken = 0;
            for (Batch batch = next(now); batch.looked() > 0; batch = next(now)) taken += batch.taken();
            return taken;
        });
    }

    private record Batch(int looked, int taken) {}

    /** Only who finds something due may write: else whatever was found before still holds. */
    private Batch next(LocalDateTime now) {
        if (!Boolean.TRUE.equals(reading.execute(status -> rows.isLookDue(now)))) return new Batch(0, 0);
        return Objects.requireNonNull(transaction.execute(status -> look(now)));
    }

    private Batch look(LocalDateTime now) {
        List<Appeal> due = rows.lockDue(now, BATCH);
        if (due.isEmpty()) return new Batch(0, 0);
        List<Long> ids = due.stream().map(Appeal::id).toList();
        Map<Long, List<AppealEntry>> entries = timeline.of(ids);
        List<Escalations.Looked> looked = new ArrayList<>();
        List<@Nullable LocalDateTime> next = new ArrayList<>();
        for (Appeal one : due) {
            List<AppealEntry> own = entries.getOrDefault(one.id(), List.of());
            try {
                Reading reading = clocks.read(own, one.urgency(), now);
                looked.add(new Escalations.Looked(one, own, reading));
                next.add(reading.next());
            } catch (RuleFault fault) { // the others go on; this one is looked at again when the rule is mended
                log.warn("the clock of {} cannot be read: {}", one.number(), fault.getMessage());
                next.add(now.plusHours(1));
            }
        }
        int taken = escalations.write(looked).size();
        rows.looked(ids, next);
        return new Batch(due.size(), taken);
    }
}
