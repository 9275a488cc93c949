package org.diaodu.server.returns;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Scope;
import org.diaodu.server.pages.LastUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When a return of the latest period was last filed within the caller's scope; a look serves five seconds. */
@Component
class LastFiling implements LastUpdate {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private final JdbcClient jdbc;
    private final Map<Scope, Looked> looked = new ConcurrentHashMap<>();

    private record Looked(@Nullable Instant filed, long at) {}

    LastFiling(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Instant lastUpdate() {
        Scope scope = Callers.current().scope();
        Looked known = looked.get(scope);
        if (known == null || System.nanoTime() - known.at() > FRESH_NANOS) {
            known = new Looked(look(), System.nanoTime());
            looked.put(scope, known);
        }
        return known.filed();
    }

    private @Nullable Instant look() {
        return jdbc.sql("""
                        select f.filed_at from filing f
                        where f.current and f.period = (select max(l.period) from filing l where l.current)
                        order by f.filed_at desc limit 1
                        """)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
