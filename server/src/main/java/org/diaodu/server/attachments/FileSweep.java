package org.diaodu.server.attachments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.diaodu.server.access.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes away files no row needs: of uploads that never were committed, and of attachments that were removed or refused. A folder
 * that belongs to another database is left alone.
 */
@Component
class FileSweep {

    private static final Logger log = LoggerFactory.getLogger(FileSweep.class);
    private static final Duration BEGUN = Duration.ofDays(1);

    private final AttachmentRows rows;
    private final FileStore store;
    private final TransactionTemplate transaction;

    FileSweep(AttachmentRows rows, FileStore store, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(
            initialDelayString = "${diaodu.attachments.sweep-first:2m}",
            fixedDelayString = "${diaodu.attachments.sweep-every:12h}")
    void sweep() {
        int swept = AsSystem.call(
                "sweep attachments", () -> transaction.execute(status -> sweepUnneeded()) instanceof Integer n ? n : 0);
        if (swept > 0) log.info("took away {} files of attachments that no row needs", swept);
        store.dropBegun(Instant.now().minus(BEGUN));
    }

    private int sweepUnneeded() {
        rows.lockFiles();
        List<String> there = store.all();
        Set<String> needed = rows.digests();
        List<String> unneeded =
                there.stream().filter(digest -> !needed.contains(digest)).toList();
        if (!needed.isEmpty() && !there.isEmpty() && needed.stream().noneMatch(there::contains)) {
            log.warn(
                    "none of the {} attachments of the database is in {}; nothing taken away. Maybe the database is "
                            + "not the one this data folder belongs to.",
                    needed.size(),
                    store.root());
            return 0;
        }
        unneeded.forEach(store::delete);
        return unneeded.size();
    }
}
