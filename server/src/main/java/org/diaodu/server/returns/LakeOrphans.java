package org.diaodu.server.returns;

import java.util.HashMap;
import java.util.Map;
import org.diaodu.lake.Table;
import org.diaodu.server.access.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drops, at start, lake versions that a crash left behind: written, but never made true by the database's commit. */
@Component
class LakeOrphans {
    private static final Logger LOG = LoggerFactory.getLogger(LakeOrphans.class);

    private final JdbcClient jdbc;
    private final LakeObservations lake;

    LakeOrphans(JdbcClient jdbc, LakeObservations lake) {
        this.jdbc = jdbc;
        this.lake = lake;
    }

    @EventListener(ApplicationStartedEvent.class)
    void drop() {
        AsSystem.run("drop lake versions no closing points at", this::dropUnclosed);
    }

    void dropUnclosed() {
        Table table = lake.table();
        Map<String, Integer> newest = new HashMap<>();
        jdbc.sql("select period, max(lake_version) from closing where lake_version is not null group by period")
                .query(row -> {
                    newest.put(row.getString(1), row.getInt(2));
                });
        if (newest.isEmpty() && table.periods().size() > 1) {
            LOG.warn(
                    "the lake at {} has {} periods and the database has closed none; nothing dropped. Maybe the "
                            + "database is not the one this data folder belongs to.",
                    lake.root(),
                    table.periods().size());
            return;
        }
        for (String period : table.periods()) {
            int closed = newest.getOrDefault(period, 0);
            if (table.current(period)
                    .filter(version -> version.version() > closed)
                    .isPresent()) {
                table.discardAfter(period, closed);
                LOG.info(
                        "dropped what was written of {} after version {} by a closing that did not complete",
                        period,
                        closed);
            }
        }
    }
}
