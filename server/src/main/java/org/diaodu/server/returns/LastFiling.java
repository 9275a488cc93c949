package org.diaodu.server.returns;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.database.LastLook;
import org.diaodu.server.pages.LastUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When a return of the latest period was last filed within the caller's scope. */
@Component
class LastFiling implements LastUpdate {
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final LastLook<Scope, Optional<Instant>> filed = new LastLook<>("filing");

    LastFiling(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public @Nullable Instant lastUpdate() {
        return filed.get(Callers.current().scope(), () -> reading.execute(_ -> look()))
                .orElse(null);
    }

    private Optional<Instant> look() {
        return jdbc.sql("""
                        select f.filed_at from filing f
                        where f.current and f.period = (select max(l.period) from filing l where l.current)
                        order by f.filed_at desc limit 1
                        """).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }
}
